package io.athanor.engine;

import static io.athanor.engine.TransactionOptions.defaults;
import static io.athanor.sql.Sql.update;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import io.athanor.ConfigurationException;
import io.athanor.DatabaseException;
import io.athanor.LockTimeoutException;
import io.athanor.StatementCancelledException;
import io.athanor.sql.Change;
import io.athanor.testing.TestDatabase;
import java.time.Duration;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;
import reactor.core.publisher.Flux;
import reactor.core.publisher.Mono;
import reactor.test.StepVerifier;

/** How transactions begin, what limits them, and what collides. */
@Timeout(60)
abstract class TransactionOptionsCompliance extends ItemsOnEngine {
    TransactionOptionsCompliance(TestDatabase database) {
        super(database);
    }

    @Test
    void shouldSeeOneMomentWhenReadsAreRepeatable() {
        database.execute("insert into \"items\" values (1, 'a')");
        int next = 10;
        for (Isolation isolation : List.of(Isolation.REPEATABLE_READ, Isolation.SERIALIZABLE)) {
            int id = next++;
            List<Integer> seen = run(engine.transaction(defaults().isolation(isolation), tx -> tx.stream(ids())
                    .count()
                    .then(engine.execute(insert(id)))
                    .then(tx.stream(ids()).collectList())));
            assertThat(seen).as(isolation.name()).doesNotContain(id);
        }
        List<Integer> seen =
                run(engine.transaction(defaults().isolation(Isolation.READ_COMMITTED), tx -> tx.stream(ids())
                        .count()
                        .then(engine.execute(insert(2)))
                        .then(tx.stream(ids()).collectList())));
        assertThat(seen).contains(2);
    }

    @Test
    void shouldRefuseWritesWhenReadOnlyAndLeaveNothingBehind() {
        StepVerifier.create(engine.transaction(defaults().readOnly().deferrable(), tx -> tx.execute(insert(1))))
                .verifyErrorSatisfies(error -> assertThat(error)
                        .isInstanceOfSatisfying(DatabaseException.class, refused -> assertThat(refused.sqlState())
                                .isEqualTo("25006")));

        run(Flux.range(1, 5).flatMap(id -> engine.execute(insert(id)), 1).count());
        assertThat(committed()).hasSize(5);
    }

    @Test
    void shouldEndAStatementThatTakesTooLong() {
        StepVerifier.create(engine.transaction(
                        defaults().statementTimeout(Duration.ofMillis(100)), tx -> tx.one(slow(20_000))))
                .verifyErrorSatisfies(error -> assertThat(error)
                        .isInstanceOfSatisfying(
                                StatementCancelledException.class,
                                cancelled -> assertThat(cancelled.isTimeout()).isTrue()));

        StepVerifier.create(engine.one(slow(300)).then(engine.one(slow(300))))
                .thenConsumeWhile(row -> true)
                .verifyComplete();
    }

    @Test
    void shouldLimitEveryStatementOfAnEngine() {
        limitsEveryStatement(Engine.builder(database.url()));
    }

    @Test
    void shouldLimitStatementsOnConnectionsOfOthersAndLeaveNothingOnThem() {
        limitsEveryStatement(Engine.builder(database.connectionFactory()));
    }

    private void limitsEveryStatement(EngineBuilder builder) {
        Engine limited = builder.statementTimeout(Duration.ofMillis(150)).build();
        try {
            for (Mono<?> tooLong : List.of(
                    limited.one(slow(20_000)),
                    limited.stream(slow(20_000)).then(),
                    limited.transaction(tx -> tx.one(slow(20_000))))) {
                StepVerifier.create(tooLong).verifyError(StatementCancelledException.class);
            }
            StepVerifier.create(limited.execute(insert((int) (System.nanoTime() % 1_000_000))))
                    .expectNext(1L)
                    .verifyComplete();
            assertAtRest(limited);
        } finally {
            limited.close().block(SOON);
        }
    }

    @Test
    void shouldNotWaitForALockForEver() {
        database.execute("insert into \"items\" values (1, 'a')");
        Mono<Long> touch = holding(
                engine.transaction(defaults().lockTimeout(Duration.ofMillis(50)), other -> other.execute(rename("c"))));

        StepVerifier.create(touch).verifyError(LockTimeoutException.class);
    }

    private Mono<Long> holding(Mono<Long> meanwhile) {
        return engine.transaction(tx -> tx.execute(rename("b")).then(meanwhile));
    }

    private static Change rename(String name) {
        return update(ITEMS).set(ITEMS.name.to(name)).where(ITEMS.id.eq(1));
    }

    @Test
    void shouldRefuseLimitsThatCannotBe() {
        for (Duration wrong :
                List.of(Duration.ZERO, Duration.ofSeconds(-1), Duration.ofNanos(1), Duration.ofDays(100))) {
            assertThatThrownBy(() -> defaults().statementTimeout(wrong))
                    .isInstanceOf(ConfigurationException.class)
                    .hasMessageContaining("statementTimeout");
            assertThatThrownBy(() -> defaults().lockTimeout(wrong))
                    .isInstanceOf(ConfigurationException.class)
                    .hasMessageContaining("lockTimeout");
            assertThatThrownBy(() -> Engine.builder(database.url()).statementTimeout(wrong))
                    .isInstanceOf(ConfigurationException.class);
        }
    }
}
