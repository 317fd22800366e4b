package io.athanor.engine;

import static org.assertj.core.api.Assertions.assertThat;

import io.athanor.compile.BoundStatement;
import java.time.Duration;
import java.util.List;
import java.util.Queue;
import java.util.Random;
import java.util.concurrent.ConcurrentLinkedQueue;
import java.util.concurrent.CountDownLatch;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.TimeoutException;
import java.util.concurrent.atomic.AtomicInteger;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Timeout;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;
import reactor.core.Disposable;
import reactor.core.publisher.Flux;
import reactor.core.publisher.Mono;
import reactor.core.publisher.Sinks;
import reactor.core.scheduler.Schedulers;

/** Random operations, left in random ways, from three threads on one real connection, many times over. */
class LaneStressTest {
    private static final int TRANSACTIONS = 560;
    private static final int THREADS = 3;
    private static final int EACH = 6;
    private static final Duration BUDGET = Duration.ofSeconds(8);

    private final ExecutorService threads = Executors.newFixedThreadPool(THREADS);
    private final Queue<String> wrong = new ConcurrentLinkedQueue<>();
    private final AtomicInteger completed = new AtomicInteger();
    private final AtomicInteger left = new AtomicInteger();

    static List<LaneFixture> shouldMixNothingUpAndComeToRest() {
        return List.of(LaneFixture.h2(), LaneFixture.postgres(), LaneFixture.spilling(StreamOptions.DEFAULTS));
    }

    @AfterEach
    void stop() {
        threads.shutdownNow();
    }

    @ParameterizedTest
    @MethodSource
    @Timeout(120)
    void shouldMixNothingUpAndComeToRest(LaneFixture fixture) {
        fixture.onLane(lane -> {
            long until = System.nanoTime() + BUDGET.toNanos();
            for (int run = 0; run < TRANSACTIONS && System.nanoTime() < until; run++) {
                lane.begin(TransactionOptions.defaults()).block(LaneFixture.SOON);
                play(fixture, lane, run);
                assertThat(fixture.load(lane, run + 1).block(LaneFixture.SOON)).isEqualTo(run + 1);
                lane.commit().block(LaneFixture.SOON);
                assertThat(wrong).isEmpty();
            }
        });
        assertThat(completed).hasPositiveValue();
        assertThat(left).hasPositiveValue();
    }

    private void play(LaneFixture fixture, Lane lane, int seed) {
        CountDownLatch subscribed = new CountDownLatch(THREADS);
        Queue<Mono<Void>> ends = new ConcurrentLinkedQueue<>();
        for (int thread = 0; thread < THREADS; thread++) {
            Random random = new Random(seed * 17L + thread);
            threads.execute(() -> {
                for (int i = 0; i < EACH; i++) {
                    ends.add(subscribe(operation(fixture, lane, random), random));
                }
                subscribed.countDown();
            });
        }
        try {
            assertThat(subscribed.await(20, TimeUnit.SECONDS)).isTrue();
        } catch (InterruptedException e) {
            throw new IllegalStateException(e);
        }
        Mono.when(ends).block(LaneFixture.SOON);
    }

    private Flux<?> operation(LaneFixture fixture, Lane lane, Random random) {
        int key = 1 + random.nextInt(LaneFixture.ROWS);
        int rows = random.nextInt(3_000);
        int few = random.nextInt(200);
        return switch (random.nextInt(6)) {
            case 0 -> checked(fixture.load(lane, key), key);
            case 1 -> lane.rows(LaneFixture.ids(rows), LaneFixture.ID, Effect.READS);
            case 2 -> fixture.stream(lane, rows);
            case 3 -> fixture.stream(lane, rows).limitRate(32);
            case 4 -> fixture.stream(lane, few).flatMap(id -> checked(fixture.load(lane, id), id), 16);
            default ->
                lane.execute(BoundStatement.of("update numbers set name = $1 where id = $2", "s", key))
                        .flux();
        };
    }

    private Flux<Integer> checked(Mono<Integer> load, int expected) {
        return load.doOnNext(id -> {
                    if (id != expected) {
                        wrong.add("asked for " + expected + ", got " + id);
                    }
                })
                .flux();
    }

    private Mono<Void> subscribe(Flux<?> operation, Random random) {
        int way = random.nextInt(5);
        int micros = random.nextInt(3_000);
        Flux<?> leaving =
                switch (way) {
                    case 0 -> operation.timeout(Duration.ofNanos(micros * 1_000L + 1));
                    case 1 -> operation.take(1 + random.nextInt(50));
                    default -> operation;
                };
        Sinks.Empty<Void> end = Sinks.empty();
        Disposable subscription = leaving.doOnCancel(() -> {
                    left.incrementAndGet();
                    end.tryEmitEmpty();
                })
                .subscribe(
                        row -> {},
                        error -> {
                            if (!(error instanceof TimeoutException)) {
                                wrong.add(error.toString());
                            }
                            end.tryEmitEmpty();
                        },
                        () -> {
                            completed.incrementAndGet();
                            end.tryEmitEmpty();
                        });
        if (way == 2) {
            Schedulers.parallel().schedule(subscription::dispose, micros, TimeUnit.MICROSECONDS);
        }
        return end.asMono();
    }
}
