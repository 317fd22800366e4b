package io.athanor.orm.processor;

import static org.assertj.core.api.Assertions.assertThat;

import io.athanor.orm.mapping.EntityMapping;
import io.athanor.orm.mapping.EntityTable;
import io.athanor.sql.Column;
import java.lang.reflect.Field;
import java.net.URLClassLoader;
import java.nio.file.Path;
import java.util.Arrays;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class EntityProcessorTest {
    private static final String AUTHOR =
            """
            package blog;
            @Entity public class Author {
                @Id @GeneratedValue Long id;
                String name;
                @OneToMany(mappedBy = "author") List<Article> articles = new ArrayList<>();
            }
            """;
    private static final String ARTICLE =
            """
            package blog;
            @Entity public class Article {
                public enum Status { DRAFT, PUBLISHED }
                @Id @GeneratedValue Long id;
                String title;
                int words;
                Status status;
                @ManyToOne(optional = false) Author author;
                @Transient String draft;
            }
            """;

    @TempDir
    Path folder;

    @Test
    void shouldGenerateATableForEachEntity() {
        Compilation compiled = Compilation.of(folder, AUTHOR, ARTICLE);

        assertThat(compiled.source("blog.ArticleTable"))
                .isEqualTo(
                        """
                        package blog;

                        import io.athanor.orm.mapping.EntityMapping;
                        import io.athanor.orm.mapping.EntityTable;
                        import io.athanor.orm.mapping.ToOne;
                        import io.athanor.sql.Column;
                        import io.athanor.sql.NumberColumn;
                        import io.athanor.sql.TextColumn;
                        import javax.annotation.processing.Generated;

                        /** The table of {@link Article}. */
                        @Generated("io.athanor.orm.processor.EntityProcessor")
                        @SuppressWarnings({"exports", "rawtypes"})
                        public final class ArticleTable extends EntityTable<Article, Long, ArticleTable> {
                            /** The table under its own name. */
                            public static final ArticleTable ARTICLE = new ArticleTable();

                            public final NumberColumn<Long> id = number("id", Long.class);
                            public final TextColumn title = text("title");
                            public final NumberColumn<Integer> words = number("words", Integer.class);
                            public final Column<Article.Status> status = column("status", Article.Status.class);
                            public final ToOne<Article, Author, AuthorTable> author = toOne("author", () -> AuthorTable.AUTHOR);
                            public final NumberColumn<Long> authorId = number("author.id", Long.class);

                            private ArticleTable() {
                                super(EntityMapping.of(Article.class));
                            }

                            private ArticleTable(EntityMapping<Article> mapping, String alias) {
                                super(mapping, alias);
                            }

                            @Override
                            public ArticleTable as(String alias) {
                                return new ArticleTable(mapping(), alias);
                            }
                        }
                        """);
        assertThat(compiled.generated()).containsExactly("blog/ArticleTable.java", "blog/AuthorTable.java");
    }

    @Test
    void shouldCompileWithoutWarnings() {
        Compilation compiled = Compilation.of(folder, AUTHOR, ARTICLE);

        assertThat(compiled.problems()).isEmpty();
    }

    @Test
    void shouldGenerateTablesOfWhatTheMappingReads() throws Exception {
        try (URLClassLoader loader = Compilation.of(folder, AUTHOR, ARTICLE).load()) {
            Class<?> entity = loader.loadClass("blog.Article");
            EntityTable<?, ?, ?> table = (EntityTable<?, ?, ?>)
                    loader.loadClass("blog.ArticleTable").getField("ARTICLE").get(null);
            EntityTable<?, ?, ?> alias = table.as("other");

            assertThat(table.mapping().type()).isEqualTo(entity);
            assertThat(table).isEqualTo(EntityMapping.of(entity).table());
            assertThat(columns(table)).containsExactly("id", "title", "words", "status", "author_id");
            assertThat(alias.getClass().getField("authorId").get(alias)).hasToString("other.author_id");
            assertThat(alias.getClass().getField("author").get(alias)).hasToString("other.author");
        }
    }

    @Test
    void shouldGenerateTablesOfClassesThatAreJoined() throws Exception {
        String animal =
                """
                package zoo;
                @Entity @Inheritance(strategy = InheritanceType.JOINED)
                public abstract class Animal {
                    @Id @GeneratedValue Long id;
                    String name;
                }
                """;
        String dog =
                """
                package zoo;
                @Entity @PrimaryKeyJoinColumn(name = "dog_id")
                @SecondaryTable(name = "chip")
                public class Dog extends Animal {
                    String breed;
                    @Column(table = "chip") String code;
                }
                """;
        Compilation compiled = Compilation.of(folder, animal, dog);

        assertThat(compiled.problems()).isEmpty();
        try (URLClassLoader loader = compiled.load()) {
            EntityTable<?, ?, ?> table = (EntityTable<?, ?, ?>)
                    loader.loadClass("zoo.DogTable").getField("DOG").get(null);
            EntityTable<?, ?, ?> root = (EntityTable<?, ?, ?>)
                    loader.loadClass("zoo.AnimalTable").getField("ANIMAL").get(null);

            assertThat(columns(table)).containsExactly("dog_id", "name", "breed", "code");
            assertThat(root.columns())
                    .extracting(column -> column.name())
                    .containsExactly("id", "name", "dog_breed", "chip_code", "dtype");
        }
    }

    private static List<String> columns(EntityTable<?, ?, ?> table) {
        return Arrays.stream(table.getClass().getFields())
                .filter(field -> Column.class.isAssignableFrom(field.getType()))
                .map(field -> column(field, table).name())
                .toList();
    }

    private static Column<?> column(Field field, Object table) {
        try {
            return (Column<?>) field.get(table);
        } catch (IllegalAccessException e) {
            throw new AssertionError(e);
        }
    }
}
