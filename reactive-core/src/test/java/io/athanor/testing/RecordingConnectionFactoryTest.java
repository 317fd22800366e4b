package io.athanor.testing;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import io.r2dbc.h2.H2Connection;
import io.r2dbc.spi.Connection;
import io.r2dbc.spi.Result;
import io.r2dbc.spi.Wrapped;
import org.junit.jupiter.api.Test;
import org.reactivestreams.Publisher;
import reactor.core.publisher.Flux;
import reactor.core.publisher.Mono;

class RecordingConnectionFactoryTest {
    private final RecordingConnectionFactory recording = TestDatabase.h2().recordingConnectionFactory();

    @Test
    void shouldRecordStatementsAndTransactionCallsInOrder() {
        Connection connection = open();

        run(connection.beginTransaction());
        execute(connection, "create table t (a int)");
        run(connection.createSavepoint("s"));
        execute(connection, "insert into t values (1)");
        run(connection.rollbackTransactionToSavepoint("s"));
        run(connection.commitTransaction());

        assertThat(recording.statements()).containsExactly("create table t (a int)", "insert into t values (1)");
        assertThat(recording.calls())
                .containsExactly(
                        "BEGIN",
                        "create table t (a int)",
                        "SAVEPOINT s",
                        "insert into t values (1)",
                        "ROLLBACK TO s",
                        "COMMIT");
    }

    @Test
    void shouldRecordWhatIsSubscribedToAndNothingElse() {
        Connection connection = open();

        Flux<Result> result = Flux.from(connection.createStatement("select 1").execute());

        assertThat(recording.calls()).isEmpty();
        recording.assertStatements(2, () -> {
            result.flatMap(Result::getRowsUpdated).blockLast();
            result.flatMap(Result::getRowsUpdated).blockLast();
        });
        assertThatThrownBy(() -> recording.assertStatements(1, () -> {})).isInstanceOf(AssertionError.class);
    }

    @Test
    void shouldFindAnOpenTransactionHoweverItBegan() {
        Connection connection = open();
        recording.assertNoOpenTransaction();

        run(connection.setAutoCommit(false));

        assertThatThrownBy(recording::assertNoOpenTransaction).isInstanceOf(AssertionError.class);
        run(connection.close());
        recording.assertNoOpenTransaction();
    }

    @Test
    void shouldCountConnections() {
        Connection one = open();
        open();

        run(one.close());

        assertThat(recording.opened()).isEqualTo(2);
        assertThat(recording.closed()).isEqualTo(1);
        recording.assertOpen(1);
        assertThatThrownBy(recording::assertAllClosed).isInstanceOf(AssertionError.class);
    }

    @Test
    void shouldGiveTheDriversConnection() {
        assertThat(((Wrapped<?>) open()).unwrap(H2Connection.class)).isNotNull();
    }

    private Connection open() {
        return Mono.<Connection>from(recording.create()).blockOptional().orElseThrow();
    }

    private static void run(Publisher<Void> work) {
        Mono.from(work).block();
    }

    private static void execute(Connection connection, String sql) {
        Flux.from(connection.createStatement(sql).execute())
                .flatMap(Result::getRowsUpdated)
                .blockLast();
    }
}
