package io.athanor.orm.processor;

import static org.assertj.core.api.Assertions.assertThat;

import java.nio.file.Path;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

/** What is wrong with an entity and can be seen by the compiler is an error of it, where it is. */
class RejectedEntitiesTest {
    private static final String TARGET =
            """
            @Entity class Target {
                @Id Long id;
                String text;
                @ManyToOne Target other;
                @ManyToOne Wrong wrong;
            }
            """;

    @TempDir
    Path folder;

    @ParameterizedTest
    @CsvSource(
            delimiter = '|',
            textBlock =
                    """
            String id;                                              | Wrong has no @Id: say which attribute identifies it
            @Id Long a; @Id Long b;                                 | Wrong has several @Id: name the class that holds them together by @IdClass, or make it an @EmbeddedId
            @Id Long id; Wrong(Long id) {}                          | Wrong has no constructor without parameters, by which rows become objects; it may be private
            """)
    void shouldRejectAClassThatIsNoEntity(String body, String message) {
        Compilation compiled = Compilation.of(folder, "@Entity\nclass Wrong {\n" + body + "\n}");

        assertThat(errors(compiled)).containsExactly("2: " + message);
    }

    @ParameterizedTest
    @CsvSource(
            delimiter = '|',
            textBlock =
                    """
            final String text = "";                                 | text cannot be final: it is set when a row is read
            @ManyToOne Thread owner;                                | owner refers to Thread, which is not an @Entity
            @OneToMany List<String> names;                          | names refers to String, which is not an @Entity
            @ManyToOne long owner;                                  | owner does not refer to an entity
            @ManyToOne List<Target> owner;                          | owner holds many: say @OneToMany or @ManyToMany
            @OneToMany Target targets;                              | targets holds many, so its type is List, Set, Collection or Map
            @ManyToMany ArrayList<Target> targets;                  | targets holds many, so its type is List, Set, Collection or Map
            @SuppressWarnings("rawtypes") @OneToMany List targets;  | targets does not say which entities it holds: give its type an argument
            @SuppressWarnings("rawtypes") @ElementCollection Set x; | x does not say which values it holds: give its type an argument
            @ElementCollection List<Target> targets;                | targets holds entities: say @OneToMany or @ManyToMany
            @OneToMany @OrderColumn Set<Target> all;                | all has no order, and @OrderColumn keeps that of a List
            @OneToMany @OrderColumn @OrderBy List<Target> all;      | all has its order from @OrderColumn and from @OrderBy: remove one of them
            @OneToMany @MapKeyColumn List<Target> all;              | all is no Map, as @MapKeyColumn says
            @ManyToMany @MapKey @MapKeyColumn Map<Long, Target> all; | all has its keys from @MapKey and from @MapKeyColumn: remove one of them
            Target target;                                          | target is an entity: say @ManyToOne or @OneToOne, or @Transient
            List<Target> targets;                                   | targets holds entities: say @OneToMany or @ManyToMany, or @Transient
            @Enumerated String text;                                | text is not an enum, as @Enumerated says
            @Version String version;                                | version is no version: that is a short, int, long, Instant or LocalDateTime
            @OneToMany(mappedBy = "tarjet") List<Target> all;       | all is mapped by nothing: Target has no attribute tarjet; it has [id, text, other, wrong]
            @OneToMany(mappedBy = "text") List<Target> all;         | all is mapped by nothing: Target.text has to be @ManyToOne
            @OneToMany(mappedBy = "text.x") List<Target> all;       | all is mapped by nothing: Target has no attribute text.x; it has [id, text, other, wrong]
            @OneToMany(mappedBy = "other") List<Target> all;        | all is mapped by nothing: Target.other does not lead to Wrong
            @OneToOne(mappedBy = "wrong") Target one;               | one is mapped by nothing: Target.wrong has to be @OneToOne
            """)
    void shouldRejectAnAttribute(String attribute, String message) {
        Compilation compiled =
                Compilation.of(folder, "@Entity\nclass Wrong {\n@Id Long id;\n" + attribute + "\n}\n" + TARGET);

        assertThat(errors(compiled)).containsExactly("4: " + message);
    }

    @Test
    void shouldRejectTwoSidesThatBothLeaveTheKeyToTheOther() {
        Compilation compiled = Compilation.of(
                folder,
                """
                @Entity class Left { @Id Long id;
                @OneToOne(mappedBy = "left") Right right; }
                @Entity class Right { @Id Long id;
                @OneToOne(mappedBy = "right") Left left; }
                """);

        assertThat(errors(compiled))
                .containsExactly(
                        "2: right is mapped by nothing: Right.left says mappedBy as well; one of the two sides has the"
                                + " foreign key",
                        "4: left is mapped by nothing: Left.right says mappedBy as well; one of the two sides has the"
                                + " foreign key");
    }

    @Test
    void shouldRejectAnObjectEmbeddedInItself() {
        Compilation compiled = Compilation.of(
                folder,
                """
                @Entity class Wrong { @Id Long id; Part part; }
                @Embeddable class Part {
                Part part; }
                """);

        assertThat(errors(compiled)).containsExactly("3: Part is embedded in itself");
    }

    @Test
    void shouldReportAnInheritedAttributeOnceWhereItIs() {
        Compilation compiled = Compilation.of(
                folder,
                """
                @MappedSuperclass abstract class Base { @Id Long id;
                @Enumerated String text; }
                @Entity class A extends Base {}
                @Entity class B extends Base {}
                """);

        assertThat(errors(compiled)).containsExactly("2: text is not an enum, as @Enumerated says");
    }

    @ParameterizedTest
    @ValueSource(strings = {"interface Wrong {}", "enum Wrong { ONE }", "@interface Wrong {}"})
    void shouldRejectWhatIsNoClass(String type) {
        assertThat(errors(Compilation.of(folder, "@Entity\n" + type))).containsExactly("2: an entity is a class");
    }

    @ParameterizedTest
    @ValueSource(strings = {"class Wrong", "private static class Wrong"})
    void shouldRejectAClassThatNobodyElseCanMake(String declaration) {
        Compilation compiled = Compilation.of(folder, "class Outer {\n@Entity " + declaration + " { @Id Long id; }\n}");

        assertThat(errors(compiled))
                .containsExactly("2: an entity in another class is static, and neither it nor that class is private");
    }

    @Test
    void shouldRejectTwoEntitiesOfOneNameInAPackage() {
        Compilation compiled = Compilation.of(
                folder,
                """
                class Outer {
                @Entity static class Thing { @Id Long id; }
                }
                @Entity class Thing { @Id Long id; }
                """);

        assertThat(errors(compiled))
                .singleElement()
                .asString()
                .contains("ThingTable exists already: is there another entity of this name in the package?");
    }

    @Test
    void shouldNotAddErrorsOfItsOwnToAMissingType() {
        Compilation compiled = Compilation.of(folder, "@Entity class Wrong { @Id Long id;\nMissing missing; }");

        assertThat(errors(compiled)).singleElement().asString().startsWith("2: cannot find symbol");
    }

    private static List<String> errors(Compilation compiled) {
        return compiled.problems().stream()
                .filter(problem -> !problem.contains("EntityTable"))
                .toList();
    }
}
