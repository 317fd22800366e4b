package io.athanor.examples.tutorials;

import static org.assertj.core.api.Assertions.assertThat;

import io.athanor.examples.story.Told;
import io.athanor.testing.TestDatabase;
import java.util.stream.Stream;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;

class TutorialsTest {
    static Stream<TestDatabase> databases() {
        return Stream.of(TestDatabase.h2(), TestDatabase.postgres());
    }

    @ParameterizedTest
    @MethodSource("databases")
    void shouldShowOneToMany(TestDatabase database) {
        Told told = Told.on(database, new ArticlesAndComments());

        assertThat(told.results())
                .containsExactly(
                        "Lead has the id 1, its comments [1, 2]",
                        "of Lead was said [Heavy., Grey., Cheap.]",
                        "2 comments are left",
                        "of Gold was said [Heavy.]",
                        "0 comments are left");
    }

    @ParameterizedTest
    @MethodSource("databases")
    void shouldShowManyToOne(TestDatabase database) {
        Told told = Told.on(database, new TiresAndCars());

        assertThat(told.results())
                .containsExactly(
                        "Beetle has the id 1",
                        "front left on Beetle; front right on Beetle; rear left on Beetle; rear right on Beetle",
                        "rear left on Duck",
                        "rear left on Duck",
                        "2 cars are left");
    }

    @ParameterizedTest
    @MethodSource("databases")
    void shouldShowOneToOne(TestDatabase database) {
        Told told = Told.on(database, new PersonAndMobilePhone());

        assertThat(told.results())
                .containsExactly(
                        "Ann has the number 0170 1",
                        "Ann has the number 0170 2, and no phone else is left",
                        "Ann has the number 0170 3; the detached object stays detached",
                        "0 phones are left");
    }

    @ParameterizedTest
    @MethodSource("databases")
    void shouldShowManyToMany(TestDatabase database) {
        Told told = Told.on(database, new StudentsAndClasses());

        assertThat(told.results())
                .containsExactly(
                        "Alchemy: [Ann, Bob]; Botany: [Ann]",
                        "Alchemy: [Ann, Bob]; Botany: [Ann, Cid]",
                        "Alchemy: [Ann, Bob]; Botany: [Cid]",
                        "Ann, Bob",
                        "2 classes are left");
    }
}
