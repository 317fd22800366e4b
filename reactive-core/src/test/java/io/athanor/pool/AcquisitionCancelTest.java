package io.athanor.pool;

import static io.athanor.pool.Pools.acquire;
import static io.athanor.pool.Pools.assertCounts;
import static io.athanor.pool.Pools.await;
import static org.assertj.core.api.Assertions.assertThat;

import io.athanor.testing.RecordingConnectionFactory;
import io.athanor.testing.TestDatabase;
import io.r2dbc.spi.Connection;
import java.time.Duration;
import java.util.Objects;
import org.junit.jupiter.api.Test;
import reactor.core.publisher.BaseSubscriber;
import reactor.core.publisher.Mono;
import reactor.core.publisher.Operators;
import reactor.core.publisher.Sinks;
import reactor.test.StepVerifier;
import reactor.util.context.Context;

class AcquisitionCancelTest {
    private static final TestDatabase DATABASE = TestDatabase.h2();

    private final SettableClock clock = new SettableClock();
    private final RecordingConnectionFactory recording = DATABASE.recordingConnectionFactory();
    private final GatedConnections gated = new GatedConnections(recording);
    private final Sinks.Empty<Void> gate = Sinks.empty();

    @Test
    void shouldKeepAConnectionThatWasBeingOpened() {
        ConnectionPool pool = pool(PoolOptions.builder());
        gated.gate("create", gate.asMono());

        cancelAtOnce(pool);
        gate.tryEmitEmpty();

        assertCounts(pool, 0, 1);
        recording.assertOpen(1);
    }

    @Test
    void shouldNotKeepMoreThanPoolSizeOfThoseThatWereBeingOpened() {
        ConnectionPool pool = pool(PoolOptions.builder().poolSize(2).maxOverflow(3));
        gated.gate("create", gate.asMono());

        for (int i = 0; i < 5; i++) {
            cancelAtOnce(pool);
        }
        gate.tryEmitEmpty();

        assertCounts(pool, 0, 2);
        assertThat(recording.opened()).isEqualTo(5);
        recording.assertOpen(2);
    }

    @Test
    void shouldKeepAConnectionWhoseHookWasRunning() {
        ConnectionPool pool = new ConnectionPool(
                recording,
                PoolOptions.defaults(),
                ConnectionHooks.NONE.withOnConnect(connection -> gate.asMono()),
                clock);

        cancelAtOnce(pool);
        gate.tryEmitEmpty();

        assertCounts(pool, 0, 1);
    }

    @Test
    void shouldNotGiveAConnectionToOthersWhileAPingIsInFlight() {
        ConnectionPool pool =
                pool(PoolOptions.builder().poolSize(1).maxOverflow(0).poolPrePing(true));
        await(acquire(pool).release());
        clock.advance(Duration.ofSeconds(2));
        gated.gate("validate", gate.asMono());

        cancelAtOnce(pool);

        assertCounts(pool, 1, 0);
        StepVerifier.create(pool.acquire())
                .then(() -> assertThat(pool.metrics().pending()).isEqualTo(1))
                .then(gate::tryEmitEmpty)
                .expectNextCount(1)
                .expectComplete()
                .verify(Pools.LIMIT);
        assertThat(recording.opened()).isEqualTo(1);
    }

    @Test
    void shouldReplaceAConnectionWhosePingFailsAfterTheCancel() {
        ConnectionPool pool =
                pool(PoolOptions.builder().poolSize(1).maxOverflow(0).poolPrePing(true));
        await(acquire(pool).release());
        clock.advance(Duration.ofSeconds(2));
        gated.gate("validate", gate.asMono());

        cancelAtOnce(pool);
        gate.tryEmitError(new IllegalStateException("on purpose"));

        recording.assertAllClosed();
        assertCounts(pool, 0, 0);
    }

    /** Mono.flatMap loses a cancel that comes while it subscribes to its inner Mono. */
    @Test
    void shouldGiveBackAConnectionThatComesAfterACancelAllTheSame() {
        ConnectionPool pool = pool(PoolOptions.builder());
        Connection loan = Objects.requireNonNull(pool.connections().block(Pools.LIMIT));
        Waiter waiter = new Waiter(new Acquisition(pool, null, new BaseSubscriber<>() {}), Context.empty());
        waiter.onSubscribe(Operators.emptySubscription());
        assertCounts(pool, 1, 0);

        waiter.cancel();
        waiter.onNext(loan);

        assertCounts(pool, 0, 1);
        PooledConnection next = acquire(pool);
        waiter.onNext(loan);
        assertCounts(pool, 1, 0);
        await(next.release());
    }

    @Test
    void shouldNotTakeBackWhatWasHandedOver() {
        ConnectionPool pool = pool(PoolOptions.builder());

        StepVerifier.create(pool.acquire().concatWith(Mono.never()))
                .expectNextCount(1)
                .thenCancel()
                .verify(Pools.LIMIT);

        assertCounts(pool, 1, 0);
    }

    @Test
    void shouldAskForNothingWithoutDemand() {
        ConnectionPool pool = pool(PoolOptions.builder());

        StepVerifier.create(pool.acquire(), 0)
                .then(() -> assertThat(recording.opened()).isZero())
                .thenCancel()
                .verify(Pools.LIMIT);

        assertThat(recording.opened()).isZero();
        assertCounts(pool, 0, 0);
    }

    @Test
    void shouldCloseAConnectionThatWasBeingOpenedWhenThePoolWasClosed() {
        ConnectionPool pool = pool(PoolOptions.builder());
        gated.gate("create", gate.asMono());

        StepVerifier.create(pool.acquire())
                .then(() -> await(pool.close()))
                .then(gate::tryEmitEmpty)
                .expectErrorSatisfies(error -> assertThat(error)
                        .isInstanceOf(IllegalStateException.class)
                        .hasMessageContaining("is closed"))
                .verify(Pools.LIMIT);

        assertThat(recording.opened()).isEqualTo(1);
        recording.assertAllClosed();
    }

    private ConnectionPool pool(PoolOptions.Builder options) {
        return new ConnectionPool(gated, options.build(), ConnectionHooks.NONE, clock);
    }

    private static void cancelAtOnce(ConnectionPool pool) {
        pool.acquire().subscribe().dispose();
    }
}
