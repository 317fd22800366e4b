package io.athanor.examples.blog;

import static org.assertj.core.api.Assertions.assertThat;

import io.athanor.examples.story.Told;
import io.athanor.testing.TestDatabase;
import java.util.stream.Stream;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;

class BlogTest {
    static Stream<TestDatabase> databases() {
        return Stream.of(TestDatabase.h2(), TestDatabase.postgres());
    }

    @ParameterizedTest
    @MethodSource("databases")
    void shouldLiveItsLife(TestDatabase database) {
        Told told = Told.on(database, new Blog());

        assertThat(told.results())
                .containsExactly(
                        "published articles 1 and 2",
                        "Prima materia by Ann: 2 comments, 2 tags",
                        "Prima materia, revised in version 2 with 1 comments",
                        "Bob wrote 2 comments",
                        "imported Sulphur; refused The stone; imported Mercury",
                        "2 comments of all articles",
                        "left are 0 comments, 2 tags, 2 authors");
        assertThat(told.statementCounts()).containsExactly(6, 5, 6, 2, 5, 5, 10);
    }
}
