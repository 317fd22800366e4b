package io.athanor.orm.processor;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.io.InputStream;
import java.io.UncheckedIOException;
import java.io.Writer;
import java.nio.charset.StandardCharsets;
import java.nio.file.Path;
import java.util.List;
import java.util.Set;
import javax.annotation.processing.AbstractProcessor;
import javax.annotation.processing.RoundEnvironment;
import javax.lang.model.SourceVersion;
import javax.lang.model.element.TypeElement;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

/** What the class of a table is like as a whole. */
class GeneratedClassTest {
    @TempDir
    Path folder;

    @Test
    void shouldBeAsVisibleAsItsEntity() {
        Compilation compiled = Compilation.of(
                folder,
                "package a; @Entity public class Open { @Id public Long id; }",
                "package a; @Entity class Closed { @Id public Long id; }",
                "package a; class Outer { @Entity public static class Nested { @Id Long id; } }");

        assertThat(compiled.source("a.OpenTable"))
                .contains(
                        "\npublic final class OpenTable", "    public static final OpenTable OPEN", "    public final");
        assertThat(compiled.source("a.ClosedTable"))
                .contains("\nfinal class ClosedTable", "    static final ClosedTable CLOSED", "    final Num");
        assertThat(compiled.source("a.NestedTable"))
                .contains("\nfinal class NestedTable extends EntityTable<Outer.Nested, Long, NestedTable>");
    }

    @ParameterizedTest
    @CsvSource({"OrderLine, ORDER_LINE", "HTTPServer, HTTP_SERVER", "Order2, ORDER2", "A, A", "IPAddress, IP_ADDRESS"})
    void shouldNameTheConstantInUpperCaseWords(String entity, String constant) {
        Compilation compiled = Compilation.of(folder, "@Entity class " + entity + " { @Id Long id; }");

        assertThat(compiled.source(entity + "Table")).contains("Table " + constant + " = new");
    }

    @Test
    void shouldNameClassesOfTheSameNameInFull() {
        Compilation compiled = Compilation.of(
                folder,
                "package a; @Entity public class Column { @Id Long id; @ManyToOne b.Column other; String text; }",
                "package b; @Entity public class Column { @Id Long id; }");

        assertThat(compiled.source("a.ColumnTable"))
                .contains(
                        "extends EntityTable<Column, Long, ColumnTable>",
                        "ToOne<Column, b.Column, b.ColumnTable> other = toOne(\"other\", () -> b.ColumnTable.COLUMN);");
    }

    @Test
    void shouldLeaveOutWhatItCannotName() {
        Compilation compiled = Compilation.of(
                folder,
                "package a; @MappedSuperclass public class Base { @Id protected Long id; Hidden hidden; }",
                "package a; enum Hidden { ONE }",
                "package b; @Entity public class Thing extends a.Base { Secret secret; private enum Secret { TWO } }");

        assertThat(compiled.source("b.ThingTable"))
                .contains(
                        "// hidden: this package cannot name its type", "// secret: this package cannot name its type");
    }

    @Test
    void shouldReadGettersWhereTheIdentityIsOne() {
        Compilation compiled = Compilation.of(
                folder,
                """
                @Entity class Book {
                    private Long number; private String name; String cache; @Access(AccessType.FIELD) int edition;
                    @Id public Long getNumber() { return number; }
                    void setNumber(Long number) { this.number = number; }
                    public String getISBN() { return name; }
                    boolean isLent() { return true; }
                    @Transient public String getTitle() { return name; }
                    static String getStore() { return ""; }
                    void getNothing() {}
                    String get() { return name; }
                    String issue() { return name; }
                    String getPage(int page) { return name; }
                    boolean getDefault() { return true; }
                }
                """);

        assertThat(compiled.source("BookTable")
                        .lines()
                        .filter(line -> line.contains("(\"") && line.contains(" final ")))
                .map(String::trim)
                .containsExactlyInAnyOrder(
                        "final NumberColumn<Integer> edition = number(\"edition\", Integer.class);",
                        "final NumberColumn<Long> number = number(\"number\", Long.class);",
                        "final TextColumn ISBN = text(\"ISBN\");",
                        "final Column<Boolean> lent = column(\"lent\", Boolean.class);",
                        "final Column<Boolean> default_ = column(\"default\", Boolean.class);");
    }

    @Test
    void shouldTakeRecordsAsEntities() {
        Compilation compiled = Compilation.of(folder, "@Entity record Country(@Id String code, String name) {}");

        assertThat(compiled.source("CountryTable"))
                .contains("extends EntityTable<Country, String, CountryTable>", "TextColumn name = text(\"name\");");
    }

    @Test
    void shouldRejectCollectionsOfRecords() {
        Compilation compiled = Compilation.of(
                folder, "@Entity record Country(@Id String code, @ElementCollection java.util.List<String> names) {}");

        assertThat(compiled.problems())
                .anyMatch(problem -> problem.contains("names cannot be filled after its record is made"));
    }

    @Test
    void shouldKnowAnIdThatIsAnotherEntitys() {
        Compilation compiled = Compilation.of(
                folder,
                """
                @Entity class Person { @Id UUID id; }
                @Entity class Profile { @Id @OneToOne Person person; }
                @Entity @IdClass(Both.Key.class) class Both { @Id int a; @Id int b; static class Key { int a; int b; } }
                """);

        assertThat(compiled.source("ProfileTable"))
                .contains(
                        "EntityTable<Profile, UUID, ProfileTable>",
                        "final Column<UUID> personId = column(\"person.id\", UUID.class);");
        assertThat(compiled.source("BothTable")).contains("EntityTable<Both, Both.Key, BothTable>");
    }

    @Test
    void shouldWaitForTypesThatOtherProcessorsGenerate() {
        Compilation compiled = Compilation.of(
                folder,
                List.of(new EntityProcessor(), new GeneratesColor()),
                "@Entity class Car { @Id Long id; Color color; }");

        assertThat(compiled.source("CarTable")).contains("Column<Color> color = column(\"color\", Color.class);");
    }

    @Test
    void shouldSayToBuildToolsThatTablesDependOnEntitiesTogether() throws IOException {
        String file = "META-INF/gradle/incremental.annotation.processors";

        try (InputStream content = EntityProcessor.class.getClassLoader().getResourceAsStream(file)) {
            assertThat(content)
                    .asString(StandardCharsets.UTF_8)
                    .startsWith(EntityProcessor.class.getName() + ",aggregating");
        }
    }

    @Test
    void shouldNameTheClassesThatHaveASayInATable() {
        Compilation compiled = Compilation.of(
                folder,
                """
                package zoo;
                @Entity public class Owner { @Id Long id; @OneToMany(mappedBy = "owner") List<Animal> animals; }
                """,
                "package zoo; @Entity public class Animal { @Id Long id; @ManyToOne Owner owner; UUID chip; }",
                "package zoo; @Entity public class Dog extends Animal {}",
                "package zoo; @Entity public class Puppy extends Dog {}",
                """
                package zoo;
                @Entity class Vet { @Id Long id; @OneToMany @JoinColumn(name = "vet_id") List<Animal> patients; }
                """,
                "package zoo; @Entity public class Stone { @Id Long id; }");

        assertThat(compiled.source("zoo.AnimalTable"))
                .contains("EntityMapping.of(Animal.class, Dog.class, Puppy.class, Vet.class)");
        assertThat(compiled.source("zoo.OwnerTable"))
                .contains("EntityMapping.of(Owner.class, Dog.class, Puppy.class, Vet.class)");
        assertThat(compiled.source("zoo.StoneTable")).contains("EntityMapping.of(Stone.class)");
    }

    @Test
    void shouldNameTheClassesThatHaveASayInTheKeysOfMaps() {
        Compilation compiled = Compilation.of(
                folder,
                """
                @Entity class Shelf { @Id Long id; @ManyToMany @MapKeyJoinColumn Map<Reader, Book> books; }
                @Entity class Book { @Id Long id; }
                @Entity class Reader { @Id Long id; }
                @Entity class Student extends Reader {}
                """);

        assertThat(compiled.problems()).isEmpty();
        assertThat(compiled.source("ShelfTable"))
                .contains(
                        "EntityMapping.of(Shelf.class, Student.class)",
                        "final ToMany<Shelf, Book, BookTable> books = toMany(\"books\", () -> BookTable.BOOK);");
    }

    @Test
    void shouldNameConvertersThatApplyByThemselves() {
        Compilation compiled = Compilation.of(
                folder,
                "@Entity class Thing { @Id Long id; Color color; enum Color { RED } }",
                """
                @Converter(autoApply = true) class Colors implements AttributeConverter<Thing.Color, String> {
                    public String convertToDatabaseColumn(Thing.Color color) { return "r"; }
                    public Thing.Color convertToEntityAttribute(String text) { return Thing.Color.RED; }
                }
                """);

        assertThat(compiled.source("ThingTable")).contains("EntityMapping.of(Thing.class, Colors.class)");
    }

    @Test
    void shouldFindWhatWasCompiledBefore() {
        Compilation.of(
                folder,
                "package zoo; @Entity public class Animal { @Id Long id; }",
                "package zoo; @Entity public class Dog extends Animal {}");

        Compilation again =
                Compilation.of(folder, "package zoo; @Entity public class Animal { @Id Long id; int age; }");

        assertThat(again.source("zoo.AnimalTable")).contains("EntityMapping.of(Animal.class, Dog.class)", "age");
    }

    /** A processor that makes an enum. */
    private static final class GeneratesColor extends AbstractProcessor {
        private boolean done;

        @Override
        public Set<String> getSupportedAnnotationTypes() {
            return Set.of("*");
        }

        @Override
        public SourceVersion getSupportedSourceVersion() {
            return SourceVersion.latestSupported();
        }

        @Override
        public boolean process(Set<? extends TypeElement> annotations, RoundEnvironment round) {
            if (!done) {
                done = true;
                try (Writer out =
                        processingEnv.getFiler().createSourceFile("Color").openWriter()) {
                    out.write("enum Color { RED }");
                } catch (IOException e) {
                    throw new UncheckedIOException(e);
                }
            }
            return false;
        }
    }
}
