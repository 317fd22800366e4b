package io.athanor.driver.h2;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.Objects;
import java.util.Queue;
import java.util.concurrent.ConcurrentLinkedQueue;
import java.util.concurrent.CountDownLatch;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.atomic.AtomicInteger;
import java.util.stream.IntStream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;
import reactor.core.publisher.Flux;
import reactor.core.publisher.Mono;
import reactor.core.scheduler.Schedulers;

@Timeout(60)
class WorkerTest {
    private static final Duration SOON = Duration.ofSeconds(20);

    private final Worker worker = new Worker();

    @Test
    void shouldDoOneThingAfterAnotherOnOneThread() {
        Queue<Integer> done = new ConcurrentLinkedQueue<>();
        Queue<Thread> threads = new ConcurrentLinkedQueue<>();
        IntStream.range(0, 1_000)
                .forEach(i -> worker.execute(() -> {
                    done.add(i);
                    threads.add(Thread.currentThread());
                }));

        worker.settled().block(SOON);

        assertThat(done)
                .containsExactlyElementsOf(IntStream.range(0, 1_000).boxed().toList());
        assertThat(threads).hasSize(1_000).containsOnly(threads.peek());
    }

    @Test
    void shouldLoseNoTaskHoweverItIsCaught() {
        Worker restless = new Worker(Duration.ofNanos(20_000));
        AtomicInteger running = new AtomicInteger();
        AtomicInteger together = new AtomicInteger();

        Long done = Flux.range(0, 200_000)
                .flatMap(
                        i -> restless.mono(Mono.fromSupplier(() -> {
                                    together.accumulateAndGet(running.incrementAndGet(), Math::max);
                                    running.decrementAndGet();
                                    return i;
                                }))
                                .subscribeOn(Schedulers.parallel()),
                        4)
                .count()
                .block(SOON);

        assertThat(done).isEqualTo(200_000);
        assertThat(together).hasValue(1);
    }

    @Test
    void shouldEndItsThreadWhenIdleAndComeBack() throws InterruptedException {
        Worker brief = new Worker(Duration.ofMillis(1));
        List<Thread> threads = new ArrayList<>();
        for (int i = 0; i < 3; i++) {
            Thread thread = Objects.requireNonNull(
                    brief.mono(Mono.fromSupplier(Thread::currentThread)).block(SOON));
            thread.join(SOON.toMillis());
            assertThat(thread.isAlive()).isFalse();
            threads.add(thread);
        }

        assertThat(threads).doesNotHaveDuplicates();
    }

    @Test
    void shouldOutliveWhatATaskThrowsAndAnInterrupt() throws InterruptedException {
        worker.execute(() -> {
            throw new AssertionError("expected by the test");
        });
        worker.execute(() -> Thread.currentThread().interrupt());
        worker.settled().block(SOON);
        CountDownLatch next = new CountDownLatch(1);

        worker.execute(next::countDown);

        assertThat(next.await(SOON.toSeconds(), TimeUnit.SECONDS)).isTrue();
    }
}
