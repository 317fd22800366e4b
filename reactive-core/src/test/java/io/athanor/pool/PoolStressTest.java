package io.athanor.pool;

import static io.athanor.pool.Pools.await;
import static io.athanor.pool.Pools.eventually;
import static org.assertj.core.api.Assertions.assertThat;

import io.athanor.AthanorException;
import io.athanor.testing.RecordingConnectionFactory;
import io.athanor.testing.TestDatabase;
import io.r2dbc.spi.Connection;
import java.time.Duration;
import java.util.Random;
import java.util.concurrent.TimeoutException;
import java.util.concurrent.atomic.AtomicInteger;
import java.util.stream.Stream;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.Arguments;
import org.junit.jupiter.params.provider.MethodSource;
import org.reactivestreams.Publisher;
import reactor.core.publisher.Flux;
import reactor.core.publisher.Mono;
import reactor.core.scheduler.Schedulers;

/** Ten thousand callers who come, wait, give up, fail and leave at random; afterwards the pool is at rest. */
class PoolStressTest {
    private static final int AT_ONCE = 64;
    /** H2 works on the thread that asks, which must not be one that may not block. */
    private static final Mono<Void> WORKER = Mono.<Void>empty().subscribeOn(Schedulers.boundedElastic());

    private static final TestDatabase H2 = TestDatabase.h2();
    private static final TestDatabase POSTGRES = TestDatabase.postgres();

    static Stream<Arguments> pools() {
        return Stream.of(
                Arguments.of(POSTGRES, 10_000, PoolOptions.builder().poolSize(3).maxOverflow(4)),
                Arguments.of(
                        POSTGRES,
                        2_000,
                        PoolOptions.builder().poolSize(5).maxOverflow(0).poolPrePing(true)),
                Arguments.of(
                        POSTGRES,
                        2_000,
                        PoolOptions.builder().poolSize(2).maxOverflow(2).maxPending(20)),
                Arguments.of(H2, 10_000, PoolOptions.builder().poolSize(3).maxOverflow(20)),
                Arguments.of(H2, 2_000, PoolOptions.unpooled().toBuilder()),
                Arguments.of(
                        H2,
                        2_000,
                        PoolOptions.builder()
                                .poolSize(4)
                                .maxOverflow(1)
                                .poolMinIdle(2)
                                .leakDetectionThreshold(Duration.ofMinutes(1))));
    }

    @ParameterizedTest
    @MethodSource("pools")
    void shouldBeAtRestAfterRandomCallers(TestDatabase database, int callers, PoolOptions.Builder options) {
        long seed = System.nanoTime();
        RecordingConnectionFactory recording = new RecordingConnectionFactory(database.connectionFactory());
        ConnectionPool pool = Pools.pool(
                database == H2 ? new GatedConnections(recording, WORKER) : recording,
                options.poolTimeout(Duration.ofMillis(200)));
        AtomicInteger served = new AtomicInteger();

        Flux.range(0, callers)
                .flatMap(i -> caller(pool, new Random(seed + i), served), AT_ONCE)
                .then()
                .block(Duration.ofMinutes(2));

        assertThat(served).as("served, of seed %d", seed).hasPositiveValue();
        int size = pool.options().poolSize();
        eventually(() -> pool.metrics().acquired() == 0 && pool.metrics().idle() <= size);
        PoolMetrics rest = pool.metrics();
        assertThat(rest.pending()).isZero();
        eventually(() -> pool.metrics().allocated() == pool.metrics().idle());
        eventually(
                () -> recording.opened() == recording.closed() + pool.metrics().idle());
        recording.assertNoOpenTransaction();
        await(pool.close());
        eventually(() -> recording.opened() == recording.closed());
    }

    private static Mono<Void> caller(ConnectionPool pool, Random random, AtomicInteger served) {
        int way = random.nextInt(10);
        boolean dead = random.nextInt(200) == 0;
        Mono<Void> call = Flux.usingWhen(
                        pool.acquire(),
                        connection -> {
                            served.incrementAndGet();
                            return work(connection, way);
                        },
                        connection -> way == 9 ? connection.discard() : connection.release(),
                        (connection, error) -> dead ? connection.invalidate() : connection.release(),
                        connection -> {
                            connection.markBusy();
                            return connection.release();
                        })
                .then()
                .subscribeOn(Schedulers.parallel());
        return (way < 5 ? call.timeout(Duration.ofNanos(random.nextInt(3_000_000)), Schedulers.parallel()) : call)
                .onErrorResume(error -> expected(error) ? Mono.empty() : Mono.error(error));
    }

    private static Publisher<?> work(Connection connection, int way) {
        Flux<?> statement = Flux.defer(
                        () -> connection.createStatement("select 1").execute())
                .flatMap(result -> result.map((row, metadata) -> 1));
        if (way % 3 == 0) {
            return Mono.from(connection.beginTransaction()).thenMany(statement);
        }
        return way >= 7 ? statement.thenMany(Flux.error(new ExpectedException())) : statement;
    }

    private static boolean expected(Throwable error) {
        return error instanceof AthanorException
                || error instanceof TimeoutException
                || error instanceof ExpectedException;
    }

    private static final class ExpectedException extends RuntimeException {
        private static final long serialVersionUID = 1L;

        ExpectedException() {
            super("on purpose", null, false, false);
        }
    }
}
