package io.athanor.engine;

import static io.athanor.engine.Library.author;
import static io.athanor.sql.Sql.column;
import static io.athanor.sql.Sql.sql;
import static io.athanor.types.Types.BOOLEAN;
import static io.athanor.types.Types.INTEGER;
import static org.assertj.core.api.Assertions.assertThat;

import io.athanor.ConnectionLostException;
import io.athanor.StatementCancelledException;
import io.athanor.sql.Query;
import io.athanor.testing.TestDatabase;
import java.time.Duration;
import org.junit.jupiter.api.Test;
import reactor.core.publisher.Flux;
import reactor.core.publisher.Mono;
import reactor.test.StepVerifier;

/** The server ends a connection while it is in use. */
class PostgresKilledTest extends LibraryCase {
    private static final Query<Integer> PID = sql("select pg_backend_pid()").rows(column("pid", INTEGER));

    PostgresKilledTest() {
        super(TestDatabase.postgres());
    }

    @Test
    void shouldSayThatTheConnectionBrokeBetweenStatements() {
        Mono<Long> killed =
                engine.transaction(tx -> tx.one(PID).flatMap(this::kill).then(tx.execute(author(1, "a", 1))));

        StepVerifier.create(killed).verifyError(ConnectionLostException.class);
        assertRecovered();
    }

    @Test
    void shouldSayThatTheConnectionBrokeUnderAStatement() {
        Flux<Integer> suicide = engine.stream(sql("select case when pg_terminate_backend(pg_backend_pid()) then 1 end")
                .rows(column("n", INTEGER)));

        StepVerifier.create(suicide.then()).verifyError(ConnectionLostException.class);
        assertRecovered();
    }

    @Test
    void shouldTellACancelOnTheServerFromATimeLimit() {
        Query<Integer> suicide = sql("select case when pg_cancel_backend(pg_backend_pid()) then 1 end as n")
                .rows(column("n", INTEGER));
        Query<Integer> endless = sql("select 1 as n from pg_sleep(30)").rows(column("n", INTEGER));
        TransactionOptions impatient = TransactionOptions.defaults().statementTimeout(Duration.ofMillis(50));

        StepVerifier.create(engine.one(suicide)).verifyErrorSatisfies(error -> assertThat(error)
                .isInstanceOfSatisfying(
                        StatementCancelledException.class,
                        cancelled -> assertThat(cancelled.isTimeout()).isFalse()));
        StepVerifier.create(engine.transaction(impatient, tx -> tx.one(endless)))
                .verifyErrorSatisfies(error -> assertThat(error)
                        .isInstanceOfSatisfying(
                                StatementCancelledException.class,
                                cancelled -> assertThat(cancelled.isTimeout()).isTrue()));
        assertRecovered();
    }

    private Mono<Boolean> kill(int pid) {
        return engine.one(sql("select pg_terminate_backend(:pid, 5000)")
                .bind("pid", INTEGER, pid)
                .rows(column("done", BOOLEAN)));
    }

    private void assertRecovered() {
        run(engine.execute(author(2, "b", 1)));
        assertThat(names()).containsExactly("b");
    }
}
