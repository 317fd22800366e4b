package io.athanor.pool;

import static io.athanor.pool.Pools.acquire;
import static io.athanor.pool.Pools.assertCounts;
import static io.athanor.pool.Pools.await;
import static io.athanor.pool.Pools.execute;
import static io.athanor.pool.Pools.identity;
import static io.athanor.pool.Pools.pool;
import static io.athanor.pool.Pools.value;
import static org.assertj.core.api.Assertions.assertThat;

import io.athanor.testing.RecordingConnectionFactory;
import io.athanor.testing.TestDatabase;
import java.time.Duration;
import java.util.concurrent.atomic.AtomicInteger;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;
import reactor.core.publisher.Flux;
import reactor.core.publisher.Mono;
import reactor.core.publisher.Sinks;
import reactor.test.StepVerifier;
import reactor.test.scheduler.VirtualTimeScheduler;

class ReleaseTest {
    private static final TestDatabase H2 = TestDatabase.h2();
    private static final TestDatabase POSTGRES = TestDatabase.postgres();

    static Stream<TestDatabase> databases() {
        return Stream.of(H2, POSTGRES);
    }

    @ParameterizedTest
    @MethodSource("databases")
    void shouldRollBackATransactionOnReturn(TestDatabase database) {
        RecordingConnectionFactory recording = database.recordingConnectionFactory();
        ConnectionPool pool = pool(recording, PoolOptions.builder().poolSize(1));
        PooledConnection connection = acquire(pool);

        await(Mono.from(connection.beginTransaction()));
        await(connection.release());

        recording.assertNoOpenTransaction();
        PooledConnection next = acquire(pool);
        assertThat(identity(next)).isSameAs(identity(connection));
        assertThat(next.isAutoCommit()).isTrue();
        await(next.release());
        await(pool.close());
    }

    @Test
    void shouldRollBackATransactionThatBeganAsPlainSql() {
        RecordingConnectionFactory recording = POSTGRES.recordingConnectionFactory();
        ConnectionPool pool = pool(recording, PoolOptions.builder().poolSize(1));
        PooledConnection connection = acquire(pool);

        execute(connection, "BEGIN");
        execute(connection, "create table lost (a int)");
        await(connection.release());

        recording.assertNoOpenTransaction();
        assertThat(value(acquire(pool), "select to_regclass('lost')")).isEqualTo("null");
        await(pool.close());
    }

    @ParameterizedTest
    @MethodSource("databases")
    void shouldSwitchAutoCommitOnAgain(TestDatabase database) {
        RecordingConnectionFactory recording = database.recordingConnectionFactory();
        ConnectionPool pool = pool(recording, PoolOptions.builder().poolSize(1));
        PooledConnection connection = acquire(pool);

        await(Mono.from(connection.setAutoCommit(false)));
        await(connection.release());

        assertThat(acquire(pool).isAutoCommit()).isTrue();
        await(pool.close());
    }

    @Test
    void shouldRunTheHookOnReturnAfterTheRollback() {
        RecordingConnectionFactory recording = POSTGRES.recordingConnectionFactory();
        ConnectionHooks hooks = ConnectionHooks.NONE.withOnReturn(connection -> Flux.from(
                        connection.createStatement("DISCARD ALL").execute())
                .flatMap(result -> result.getRowsUpdated())
                .then());
        ConnectionPool pool = ConnectionPool.of(recording, PoolOptions.defaults(), hooks);
        PooledConnection connection = acquire(pool);

        execute(connection, "set search_path to pg_catalog");
        await(Mono.from(connection.beginTransaction()));
        await(connection.release());

        PooledConnection next = acquire(pool);
        assertThat(identity(next)).isSameAs(identity(connection));
        assertThat(value(next, "show search_path")).isNotEqualTo("pg_catalog");
        await(pool.close());
    }

    @Test
    void shouldCloseAConnectionThatCannotBeReset() {
        RecordingConnectionFactory recording = H2.recordingConnectionFactory();
        ConnectionHooks hooks =
                ConnectionHooks.NONE.withOnReturn(c -> Mono.error(new IllegalStateException("on purpose")));
        ConnectionPool pool = ConnectionPool.of(recording, PoolOptions.defaults(), hooks);

        await(acquire(pool).release());

        recording.assertAllClosed();
        assertCounts(pool, 0, 0);
    }

    @Test
    void shouldCloseAConnectionThatIsNotResetInTime() {
        VirtualTimeScheduler time = VirtualTimeScheduler.getOrSet();
        try {
            RecordingConnectionFactory recording = H2.recordingConnectionFactory();
            ConnectionPool pool = ConnectionPool.of(
                    recording, PoolOptions.defaults(), ConnectionHooks.NONE.withOnReturn(c -> Mono.never()));

            StepVerifier.create(acquire(pool).release())
                    .then(() -> time.advanceTimeBy(Duration.ofSeconds(5)))
                    .expectComplete()
                    .verify(Pools.LIMIT);

            recording.assertAllClosed();
            assertCounts(pool, 0, 0);
        } finally {
            VirtualTimeScheduler.reset();
        }
    }

    @Test
    void shouldGiveUpAConnectionThatCannotBeClosed() {
        VirtualTimeScheduler time = VirtualTimeScheduler.getOrSet();
        try {
            GatedConnections gated = new GatedConnections(H2.connectionFactory());
            ConnectionPool pool = pool(gated, PoolOptions.builder().poolSize(1).maxOverflow(0));
            gated.gate("close", Mono.never());

            StepVerifier.create(acquire(pool).discard())
                    .then(() -> time.advanceTimeBy(Duration.ofSeconds(5)))
                    .expectComplete()
                    .verify(Pools.LIMIT);

            assertCounts(pool, 0, 0);
            acquire(pool);
        } finally {
            VirtualTimeScheduler.reset();
        }
    }

    @Test
    void shouldFinishAReleaseWhoseSubscriberCancels() {
        RecordingConnectionFactory recording = H2.recordingConnectionFactory();
        Sinks.Empty<Void> gate = Sinks.empty();
        AtomicInteger resets = new AtomicInteger();
        ConnectionHooks hooks =
                ConnectionHooks.NONE.withOnReturn(c -> gate.asMono().doOnSubscribe(s -> resets.incrementAndGet()));
        ConnectionPool pool = ConnectionPool.of(recording, PoolOptions.defaults(), hooks);
        PooledConnection connection = acquire(pool);

        connection.release().subscribe().dispose();
        assertCounts(pool, 1, 0);
        StepVerifier.create(connection.release())
                .then(gate::tryEmitEmpty)
                .expectComplete()
                .verify(Pools.LIMIT);

        assertThat(resets).hasValue(1);
        assertCounts(pool, 0, 1);
    }

    @Test
    void shouldWaitUntilABusyConnectionIsFree() {
        ConnectionPool pool =
                pool(POSTGRES.connectionFactory(), PoolOptions.builder().poolSize(1));
        PooledConnection connection = acquire(pool);
        String backend = value(connection, "select pg_backend_pid()");
        Flux<Integer> rows = Flux.from(connection
                        .createStatement("select g from generate_series(1, 1000000) g")
                        .execute())
                .flatMap(result -> result.map((row, metadata) -> 1));
        rows.take(5).blockLast(Pools.LIMIT);

        connection.markBusy();
        await(connection.release());

        assertThat(POSTGRES.column("select state || ': ' || query from pg_stat_activity where pid = " + backend))
                .containsExactly("idle: SELECT 1");
        assertCounts(pool, 0, 1);
        await(pool.close());
    }

    @Test
    void shouldRollBackATransactionThatWasStillBeginningWhenItWasGivenUp() {
        RecordingConnectionFactory recording = POSTGRES.recordingConnectionFactory();
        ConnectionPool pool = pool(recording, PoolOptions.builder().poolSize(1));
        PooledConnection connection = acquire(pool);

        Flux.from(connection.createStatement("BEGIN").execute()).subscribe().dispose();
        connection.markBusy();
        await(connection.release());

        assertThat(recording.calls()).containsExactly("BEGIN", "ROLLBACK");
        recording.assertNoOpenTransaction();
        assertCounts(pool, 0, 1);
        await(pool.close());
    }
}
