package io.athanor.pool;

import static io.athanor.pool.Pools.acquire;
import static io.athanor.pool.Pools.assertCounts;
import static io.athanor.pool.Pools.await;
import static io.athanor.pool.Pools.identity;
import static io.athanor.pool.Pools.pool;
import static io.athanor.pool.Pools.release;
import static io.athanor.pool.Pools.use;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatIllegalStateException;

import io.athanor.testing.RecordingConnectionFactory;
import io.athanor.testing.TestDatabase;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.stream.Stream;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;
import reactor.core.publisher.Mono;
import reactor.core.publisher.Sinks;
import reactor.test.StepVerifier;

class QueuePoolTest {
    private static final TestDatabase H2 = TestDatabase.h2();
    private static final TestDatabase POSTGRES = TestDatabase.postgres();

    private final List<ConnectionPool> pools = new ArrayList<>();

    static Stream<TestDatabase> databases() {
        return Stream.of(H2, POSTGRES);
    }

    @AfterEach
    void closePools() {
        pools.forEach(pool -> await(pool.close()));
    }

    @ParameterizedTest
    @MethodSource("databases")
    void shouldOpenNothingBeforeTheFirstSubscription(TestDatabase database) {
        RecordingConnectionFactory recording = database.recordingConnectionFactory();
        ConnectionPool pool = opened(pool(recording, PoolOptions.builder()));

        Mono<PooledConnection> acquisition = pool.acquire();

        assertThat(recording.opened()).isZero();
        await(acquisition.flatMap(PooledConnection::release));
        await(acquisition.flatMap(PooledConnection::release));
        assertThat(recording.opened()).isEqualTo(1);
        assertCounts(pool, 0, 1);
    }

    @ParameterizedTest
    @MethodSource("databases")
    void shouldCloseOverflowOnReturnAndKeepPoolSize(TestDatabase database) {
        RecordingConnectionFactory recording = database.recordingConnectionFactory();
        ConnectionPool pool =
                opened(pool(recording, PoolOptions.builder().poolSize(2).maxOverflow(3)));

        List<PooledConnection> connections = acquire(pool, 5);

        assertThat(pool.metrics()).isEqualTo(new PoolMetrics(2, 3, 5, 0, 0, 5, 5));
        release(connections);
        assertCounts(pool, 0, 2);
        recording.assertOpen(2);
        assertThat(pool.metrics().overflow()).isZero();
    }

    @ParameterizedTest
    @MethodSource("databases")
    void shouldHandOutTheConnectionLastReturned(TestDatabase database) {
        ConnectionPool pool = opened(pool(database.connectionFactory(), PoolOptions.builder()));
        List<PooledConnection> connections = acquire(pool, 3);

        release(List.of(connections.get(0), connections.get(2), connections.get(1)));

        assertThat(identity(acquire(pool))).isSameAs(identity(connections.get(1)));
    }

    @ParameterizedTest
    @MethodSource("databases")
    void shouldServeWaitersInTheirOrderWithReturnedOverflow(TestDatabase database) {
        RecordingConnectionFactory recording = database.recordingConnectionFactory();
        ConnectionPool pool =
                opened(pool(recording, PoolOptions.builder().poolSize(0).maxOverflow(1)));
        PooledConnection first = acquire(pool);
        List<String> served = new ArrayList<>();
        Mono<Void> second = pool.acquire().doOnNext(c -> served.add("second")).flatMap(PooledConnection::release);
        Mono<Void> third = pool.acquire().doOnNext(c -> served.add("third")).flatMap(PooledConnection::release);

        StepVerifier.create(Mono.when(second, third))
                .then(() -> assertThat(pool.metrics().pending()).isEqualTo(2))
                .then(() -> await(first.release()))
                .expectComplete()
                .verify(Pools.LIMIT);

        assertThat(served).containsExactly("second", "third");
        assertThat(recording.opened()).isEqualTo(1);
        assertCounts(pool, 0, 0);
        recording.assertAllClosed();
    }

    @ParameterizedTest
    @MethodSource("databases")
    void shouldOpenAndCloseForEachCallerWhenUnpooled(TestDatabase database) {
        RecordingConnectionFactory recording = database.recordingConnectionFactory();
        ConnectionPool pool = opened(ConnectionPool.of(recording, PoolOptions.unpooled(), ConnectionHooks.NONE));

        List<PooledConnection> connections = acquire(pool, 20);
        recording.assertOpen(20);
        release(connections);

        recording.assertAllClosed();
        use(pool);
        assertThat(recording.opened()).isEqualTo(21);
        recording.assertAllClosed();
    }

    @ParameterizedTest
    @MethodSource("databases")
    void shouldShareASingleConnection(TestDatabase database) {
        RecordingConnectionFactory recording = database.recordingConnectionFactory();
        ConnectionPool pool =
                opened(ConnectionPool.of(recording, PoolOptions.singleConnection(), ConnectionHooks.NONE));

        for (int i = 0; i < 10; i++) {
            use(pool);
        }

        assertThat(recording.opened()).isEqualTo(1);
        recording.assertOpen(1);
    }

    @ParameterizedTest
    @MethodSource("databases")
    void shouldReplaceAnOldConnectionWhenItIsAcquiredNotBefore(TestDatabase database) {
        RecordingConnectionFactory recording = database.recordingConnectionFactory();
        SettableClock clock = new SettableClock();
        ConnectionPool pool = opened(recording, PoolOptions.builder().poolRecycle(Duration.ofMinutes(10)), clock);
        PooledConnection old = acquire(pool);

        clock.advance(Duration.ofMinutes(11));
        await(old.release());

        recording.assertOpen(1);
        PooledConnection next = acquire(pool);
        assertThat(identity(next)).isNotSameAs(identity(old));
        assertThat(recording.closed()).isEqualTo(1);
        await(next.release());
        clock.advance(Duration.ofMinutes(8));
        assertThat(identity(acquire(pool))).isSameAs(identity(next));
    }

    @ParameterizedTest
    @MethodSource("databases")
    void shouldNotReplaceAllConnectionsAtTheSameMoment(TestDatabase database) {
        SettableClock clock = new SettableClock();
        RecordingConnectionFactory recording = database.recordingConnectionFactory();
        ConnectionPool pool =
                opened(recording, PoolOptions.builder().poolSize(20).poolRecycle(Duration.ofMinutes(10)), clock);
        release(acquire(pool, 20));

        clock.advance(Duration.ofSeconds(570));
        release(acquire(pool, 20));

        assertThat(recording.closed()).isBetween(1, 19);
    }

    @ParameterizedTest
    @MethodSource("databases")
    void shouldReplaceAConnectionThatWasIdleForTooLong(TestDatabase database) {
        SettableClock clock = new SettableClock();
        RecordingConnectionFactory recording = database.recordingConnectionFactory();
        ConnectionPool pool = opened(recording, PoolOptions.builder().poolMaxIdle(Duration.ofMinutes(1)), clock);
        use(pool);

        clock.advance(Duration.ofSeconds(59));
        use(pool);
        assertThat(recording.opened()).isEqualTo(1);
        clock.advance(Duration.ofSeconds(60));
        use(pool);

        assertThat(recording.opened()).isEqualTo(2);
        recording.assertOpen(1);
    }

    @ParameterizedTest
    @MethodSource("databases")
    void shouldOpenTheMinimumTogetherWithTheFirst(TestDatabase database) {
        RecordingConnectionFactory recording = database.recordingConnectionFactory();
        ConnectionPool pool = opened(pool(recording, PoolOptions.builder().poolMinIdle(3)));

        PooledConnection first = acquire(pool);
        Pools.eventually(() -> pool.metrics().idle() == 2);
        List<PooledConnection> others = acquire(pool, 2);

        assertThat(recording.opened()).isEqualTo(3);
        release(others);
        await(first.release());
        assertCounts(pool, 0, 3);
    }

    @Test
    void shouldCloseWhatTheMinimumAddsToAFullPool() {
        RecordingConnectionFactory recording = H2.recordingConnectionFactory();
        GatedConnections gated = new GatedConnections(recording);
        Sinks.Empty<Void> late = Sinks.empty();
        ConnectionPool pool = opened(
                pool(gated, PoolOptions.builder().poolSize(2).maxOverflow(2).poolMinIdle(2)));
        List<PooledConnection> connections = new ArrayList<>();
        pool.acquire().doOnNext(first -> gated.gate("create", late.asMono())).subscribe(connections::add);
        gated.open("create");
        connections.addAll(acquire(pool, 2));
        assertThat(pool.metrics().allocated()).isEqualTo(4);
        release(connections);

        late.tryEmitEmpty();

        assertCounts(pool, 0, 2);
        assertThat(recording.opened()).isEqualTo(4);
        recording.assertOpen(2);
    }

    @ParameterizedTest
    @MethodSource("databases")
    void shouldEndALoanOnce(TestDatabase database) {
        ConnectionPool pool = opened(pool(database.connectionFactory(), PoolOptions.builder()));
        PooledConnection connection = acquire(pool);

        await(Mono.when(connection.release(), connection.release(), connection.close(), connection.discard()));

        assertCounts(pool, 0, 1);
        assertThatIllegalStateException()
                .isThrownBy(() -> connection.createStatement("select 1"))
                .withMessageContaining("was released");
        assertThatIllegalStateException().isThrownBy(connection::unwrap);
    }

    @ParameterizedTest
    @MethodSource("databases")
    void shouldCloseADiscardedConnectionOnly(TestDatabase database) {
        RecordingConnectionFactory recording = database.recordingConnectionFactory();
        ConnectionPool pool = opened(pool(recording, PoolOptions.builder()));
        List<PooledConnection> connections = acquire(pool, 3);
        await(connections.get(0).release());

        await(connections.get(1).discard());

        recording.assertOpen(2);
        await(connections.get(2).release());
        assertCounts(pool, 0, 2);
    }

    @ParameterizedTest
    @MethodSource("databases")
    void shouldReplaceAllThatWereOpenedBeforeADeadOne(TestDatabase database) {
        RecordingConnectionFactory recording = database.recordingConnectionFactory();
        ConnectionPool pool = opened(pool(recording, PoolOptions.builder()));
        List<PooledConnection> connections = acquire(pool, 3);
        await(connections.get(0).release());

        await(connections.get(1).invalidate());
        PooledConnection fresh = acquire(pool);
        await(connections.get(2).release());

        assertThat(recording.opened()).isEqualTo(4);
        recording.assertOpen(1);
        assertCounts(pool, 1, 0);
        await(fresh.release());
        use(pool);
        assertThat(recording.opened()).isEqualTo(4);
    }

    @ParameterizedTest
    @MethodSource("databases")
    void shouldNotTakeYoungerConnectionsForDeadWithAnOlderOne(TestDatabase database) {
        RecordingConnectionFactory recording = database.recordingConnectionFactory();
        ConnectionPool pool = opened(pool(recording, PoolOptions.builder()));
        List<PooledConnection> old = acquire(pool, 2);
        await(old.get(0).invalidate());
        use(pool);

        await(old.get(1).invalidate());
        use(pool);

        assertThat(recording.opened()).isEqualTo(3);
        recording.assertOpen(1);
    }

    @ParameterizedTest
    @MethodSource("databases")
    void shouldCloseIdleConnectionsWithThePoolAndTheOthersOnReturn(TestDatabase database) {
        RecordingConnectionFactory recording = database.recordingConnectionFactory();
        ConnectionPool pool = pool(recording, PoolOptions.builder());
        List<PooledConnection> connections = acquire(pool, 2);
        await(connections.get(0).release());

        await(pool.close());
        recording.assertOpen(1);
        await(pool.close());
        await(connections.get(1).release());

        recording.assertAllClosed();
        StepVerifier.create(pool.acquire())
                .expectErrorSatisfies(error -> assertThat(error)
                        .isInstanceOf(IllegalStateException.class)
                        .hasMessageContaining("'athanor' is closed"))
                .verify(Pools.LIMIT);
    }

    private ConnectionPool opened(ConnectionPool pool) {
        pools.add(pool);
        return pool;
    }

    private ConnectionPool opened(
            RecordingConnectionFactory factory, PoolOptions.Builder options, SettableClock clock) {
        return opened(new ConnectionPool(factory, options.build(), ConnectionHooks.NONE, clock));
    }
}
