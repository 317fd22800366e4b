package io.athanor.orm.processor;

import static org.assertj.core.api.Assertions.assertThat;

import java.nio.file.Path;
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
                                super(Article.class);
                            }

                            private ArticleTable(String alias) {
                                super(Article.class, alias);
                            }

                            @Override
                            public ArticleTable as(String alias) {
                                return new ArticleTable(alias);
                            }
                        }
                        """);
        assertThat(compiled.generated()).containsExactly("blog/ArticleTable.java", "blog/AuthorTable.java");
    }
}
