package io.athanor.pool;

import static io.athanor.pool.Pools.acquire;
import static io.athanor.pool.Pools.assertCounts;
import static io.athanor.pool.Pools.await;
import static org.assertj.core.api.Assertions.assertThat;

import io.athanor.PoolExhaustedException;
import io.athanor.testing.TestDatabase;
import java.time.Duration;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import reactor.core.publisher.Mono;
import reactor.test.StepVerifier;
import reactor.test.scheduler.VirtualTimeScheduler;

class WaitingTest {
    private static final TestDatabase DATABASE = TestDatabase.h2();

    private final VirtualTimeScheduler time = VirtualTimeScheduler.create();
    private final SettableClock clock = new SettableClock();

    @BeforeEach
    void stopTime() {
        VirtualTimeScheduler.getOrSet(time);
    }

    @AfterEach
    void letTimeRun() {
        VirtualTimeScheduler.reset();
    }

    @Test
    void shouldTellTheNumbersWhenNoConnectionBecomesFree() {
        ConnectionPool pool =
                of(PoolOptions.builder().name("orders").poolSize(1).maxOverflow(1));
        acquire(pool, 2);

        StepVerifier.create(pool.acquire())
                .then(() -> pass(Duration.ofMillis(29_999)))
                .then(() -> assertThat(pool.metrics().pending()).isEqualTo(1))
                .then(() -> pass(Duration.ofMillis(1)))
                .expectErrorSatisfies(error -> assertThat(error)
                        .isInstanceOf(PoolExhaustedException.class)
                        .hasMessageContaining("No connection became free within 30000 ms (waited 30000 ms)")
                        .hasMessageContaining("Pool 'orders': size 1, overflow 1 of 1, acquired 2, idle 0, pending 1.")
                        .hasMessageContaining("leakDetectionThreshold"))
                .verify(Pools.LIMIT);

        assertCounts(pool, 2, 0);
    }

    @Test
    void shouldNotWaitAtAllWithoutATimeout() {
        ConnectionPool pool =
                of(PoolOptions.builder().poolSize(1).maxOverflow(0).poolTimeout(Duration.ZERO));
        PooledConnection connection = acquire(pool);

        StepVerifier.create(pool.acquire())
                .then(() -> pass(Duration.ZERO))
                .expectError(PoolExhaustedException.class)
                .verify(Pools.LIMIT);

        await(connection.release());
        await(acquire(pool).release());
    }

    @Test
    void shouldForgetTheTimeoutOfACallerThatWasServed() {
        ConnectionPool pool = of(PoolOptions.builder().poolSize(1).maxOverflow(0));
        PooledConnection first = acquire(pool);

        StepVerifier.create(pool.acquire())
                .then(() -> await(first.release()))
                .expectNextCount(1)
                .expectComplete()
                .verify(Pools.LIMIT);
        pass(Duration.ofMinutes(1));

        assertCounts(pool, 1, 0);
    }

    @Test
    void shouldRemoveACallerThatCancels() {
        ConnectionPool pool = of(PoolOptions.builder().poolSize(1).maxOverflow(0));
        PooledConnection first = acquire(pool);

        StepVerifier.create(pool.acquire())
                .then(() -> assertThat(pool.metrics().pending()).isEqualTo(1))
                .thenCancel()
                .verify(Pools.LIMIT);

        assertCounts(pool, 1, 0);
        await(first.release());
        assertCounts(pool, 0, 1);
    }

    @Test
    void shouldRefuseMoreCallersThanMayWait() {
        ConnectionPool pool =
                of(PoolOptions.builder().poolSize(1).maxOverflow(0).maxPending(1));
        PooledConnection first = acquire(pool);

        StepVerifier.create(pool.acquire())
                .then(() -> StepVerifier.create(pool.acquire())
                        .expectErrorSatisfies(error -> assertThat(error)
                                .isInstanceOf(PoolExhaustedException.class)
                                .hasMessageContaining("maxPending is 1"))
                        .verify(Pools.LIMIT))
                .then(() -> await(first.release()))
                .expectNextCount(1)
                .expectComplete()
                .verify(Pools.LIMIT);
    }

    @Test
    void shouldRefuseToLetACallerWaitForItself() {
        ConnectionPool pool = of(PoolOptions.builder().poolSize(1).maxOverflow(0));
        PooledConnection held = acquire(pool);

        StepVerifier.create(pool.acquire().contextWrite(held::markHeld))
                .expectErrorSatisfies(error -> assertThat(error)
                        .isInstanceOf(PoolExhaustedException.class)
                        .hasMessageContaining("holds a connection of the pool"))
                .verify(Pools.LIMIT);

        assertCounts(pool, 1, 0);
    }

    @Test
    void shouldGiveAHolderASecondConnectionWhileThereIsOne() {
        ConnectionPool pool = of(PoolOptions.builder().poolSize(1).maxOverflow(1));
        PooledConnection held = acquire(pool);

        StepVerifier.create(pool.acquire().contextWrite(held::markHeld))
                .expectNextCount(1)
                .expectComplete()
                .verify(Pools.LIMIT);
    }

    @Test
    void shouldLetACallerWaitThatHoldsNothingAnyMoreOrOfAnotherPool() {
        ConnectionPool pool = of(PoolOptions.builder().poolSize(1).maxOverflow(0));
        PooledConnection released = acquire(pool);
        await(released.release());
        PooledConnection elsewhere = acquire(of(PoolOptions.builder()));
        PooledConnection other = acquire(pool);
        Mono<PooledConnection> acquisition =
                pool.acquire().contextWrite(released::markHeld).contextWrite(elsewhere::markHeld);

        StepVerifier.create(acquisition)
                .then(() -> assertThat(pool.metrics().pending()).isEqualTo(1))
                .then(() -> await(other.release()))
                .expectNextCount(1)
                .expectComplete()
                .verify(Pools.LIMIT);
    }

    @Test
    void shouldTellThoseWhoWaitThatThePoolIsClosed() {
        ConnectionPool pool = of(PoolOptions.builder().poolSize(1).maxOverflow(0));
        acquire(pool);

        StepVerifier.create(pool.acquire())
                .then(() -> await(pool.close()))
                .expectErrorSatisfies(error -> assertThat(error)
                        .isInstanceOf(IllegalStateException.class)
                        .hasMessageContaining("is closed"))
                .verify(Pools.LIMIT);
    }

    private ConnectionPool of(PoolOptions.Builder options) {
        return new ConnectionPool(DATABASE.connectionFactory(), options.build(), ConnectionHooks.NONE, clock);
    }

    private void pass(Duration duration) {
        clock.advance(duration);
        time.advanceTimeBy(duration);
    }
}
