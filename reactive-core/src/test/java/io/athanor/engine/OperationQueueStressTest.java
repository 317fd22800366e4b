package io.athanor.engine;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.Duration;
import java.util.Queue;
import java.util.Random;
import java.util.concurrent.ConcurrentLinkedQueue;
import java.util.concurrent.CountDownLatch;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.TimeoutException;
import java.util.concurrent.atomic.AtomicInteger;
import java.util.concurrent.atomic.AtomicIntegerArray;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;
import reactor.core.Disposable;
import reactor.core.publisher.Flux;
import reactor.core.publisher.Hooks;
import reactor.core.publisher.Mono;
import reactor.core.scheduler.Schedulers;

/** Random operations from four threads on one queue, with every way to end and every way to leave, many times over. */
class OperationQueueStressTest {
    private static final int RUNS = 10_000;
    private static final int THREADS = 4;
    private static final int EACH = 12;
    private static final Duration BUDGET = Duration.ofSeconds(10);

    private final ExecutorService threads = Executors.newFixedThreadPool(THREADS);

    @AfterEach
    void stop() {
        threads.shutdownNow();
        Hooks.resetOnErrorDropped();
    }

    @Test
    @Timeout(120)
    void shouldLoseNothingAndNeverRunTwoAtOnce() throws Exception {
        Hooks.onErrorDropped(error -> {}); // a source that was cancelled may still fail
        long stop = System.nanoTime() + BUDGET.toNanos();
        int run = 0;
        for (; run < RUNS && System.nanoTime() < stop; run++) {
            new Run(run).play();
        }
        assertThat(run).isGreaterThan(100);
    }

    /** One queue and its 48 operations. */
    private final class Run {
        private final OperationQueue queue = new OperationQueue();
        private final int seed;
        private final AtomicInteger active = new AtomicInteger();
        private final AtomicInteger overlaps = new AtomicInteger();
        private final Queue<Integer> started = new ConcurrentLinkedQueue<>();
        private final AtomicIntegerArray starts = new AtomicIntegerArray(THREADS * EACH);
        private final AtomicIntegerArray ends = new AtomicIntegerArray(THREADS * EACH);
        private final AtomicIntegerArray left = new AtomicIntegerArray(THREADS * EACH);

        Run(int seed) {
            this.seed = seed;
        }

        void play() throws InterruptedException {
            CountDownLatch all = new CountDownLatch(THREADS);
            for (int thread = 0; thread < THREADS; thread++) {
                int first = thread * EACH;
                threads.execute(() -> {
                    Random random = new Random(seed * 31L + first);
                    for (int i = 0; i < EACH; i++) {
                        subscribe(first + i, random);
                    }
                    all.countDown();
                });
            }
            assertThat(all.await(20, TimeUnit.SECONDS)).isTrue();
            awaitRest();
            check();
        }

        private void subscribe(int id, Random random) {
            int action = random.nextInt(6);
            int micros = random.nextInt(60);
            OnCancel onCancel = random.nextBoolean() ? OnCancel.CANCEL : OnCancel.FINISH;
            Flux<Integer> source = source(id, random.nextInt(8), micros);
            Flux<Integer> operation = random.nextBoolean()
                    ? queue.flux(source, onCancel)
                    : queue.mono(source.last(0), onCancel).flux();
            operation = switch (action) {
                case 1 -> operation.timeout(Duration.ofNanos(1_000L * (1 + random.nextInt(200))));
                case 2 -> operation.take(1);
                case 3 -> operation.limitRate(1);
                default -> operation;
            };
            Disposable subscription = operation.subscribe(
                    value -> {},
                    error -> ends.addAndGet(id, error instanceof TimeoutException ? 100 : 10),
                    () -> ends.addAndGet(id, 1));
            if (action == 4) {
                left.set(id, 1);
                subscription.dispose();
            } else if (action == 5) {
                left.set(id, 1);
                Schedulers.parallel().schedule(subscription::dispose, micros, TimeUnit.MICROSECONDS);
            }
        }

        private Flux<Integer> source(int id, int kind, int micros) {
            Flux<Integer> body = Flux.defer(() -> {
                started.add(id);
                starts.incrementAndGet(id);
                if (active.incrementAndGet() > 1) {
                    overlaps.incrementAndGet();
                }
                return body(kind, micros);
            });
            AtomicInteger once = new AtomicInteger();
            Runnable leave = () -> {
                if (once.getAndIncrement() == 0) {
                    active.decrementAndGet();
                }
            };
            return body.doOnTerminate(leave).doOnCancel(leave);
        }

        private Flux<Integer> body(int kind, int micros) {
            return switch (kind) {
                case 0 -> Flux.just(1);
                case 1 -> Flux.empty();
                case 2 -> Flux.error(new IllegalStateException("at once"));
                case 3 ->
                    Mono.delay(Duration.ofNanos(micros * 1_000L)).thenReturn(1).flux();
                case 4 -> Flux.range(0, 20).publishOn(Schedulers.parallel());
                case 5 -> Flux.range(0, 20).subscribeOn(Schedulers.parallel());
                case 6 ->
                    Mono.delay(Duration.ofNanos(micros * 1_000L))
                            .flatMapMany(tick -> Flux.error(new IllegalStateException("late")));
                default -> throw new IllegalArgumentException("while subscribing");
            };
        }

        private void awaitRest() {
            long until = System.nanoTime() + Duration.ofSeconds(20).toNanos();
            while (!queue.idle() || !allEnded()) {
                assertThat(System.nanoTime()).as("run %s came to rest", seed).isLessThan(until);
                Thread.onSpinWait();
            }
        }

        private boolean allEnded() {
            for (int id = 0; id < ends.length(); id++) {
                if (ends.get(id) == 0 && left.get(id) == 0) {
                    return false;
                }
            }
            return true;
        }

        private void check() {
            assertThat(overlaps).as("operations beside each other").hasValue(0);
            for (int id = 0; id < ends.length(); id++) {
                assertThat(starts.get(id)).as("starts of %s", id).isLessThanOrEqualTo(1);
                assertThat(ends.get(id)).as("ends of %s", id).isIn(0, 1, 10, 100);
            }
            int[] last = new int[THREADS];
            for (int id : started) {
                assertThat(id + 1).as("order of a thread").isGreaterThan(last[id / EACH]);
                last[id / EACH] = id + 1;
            }
        }
    }
}
