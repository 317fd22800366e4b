package io.athanor.orm;

import static org.assertj.core.api.Assertions.assertThat;

import io.athanor.UnsupportedByDialectException;
import io.athanor.engine.Engine;
import io.athanor.orm.mapping.EntityModel;
import io.athanor.testing.TestDatabase;
import java.time.Duration;
import java.util.stream.Stream;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;
import reactor.test.StepVerifier;

/** Models that take keys from sequences are refused where there are none, when their tables are made. */
class SequencesOnSqliteTest {
    static Stream<EntityModel> models() {
        return Stream.of(Clinic.MODEL, Orchestra.MODEL, Library.MODEL);
    }

    @ParameterizedTest
    @MethodSource("models")
    void shouldSayThatThereAreNone(EntityModel model) {
        Engine engine = Engine.of(TestDatabase.sqlite().url());

        StepVerifier.create(engine.create(model.metaData()))
                .expectErrorSatisfies(error -> assertThat(error)
                        .isInstanceOf(UnsupportedByDialectException.class)
                        .hasMessageStartingWith("SQLite does not support sequences; number rows by identity()"))
                .verify(Duration.ofSeconds(20));
        StepVerifier.create(engine.close()).verifyComplete();
    }
}
