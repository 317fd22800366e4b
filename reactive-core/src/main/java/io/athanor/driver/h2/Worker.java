package io.athanor.driver.h2;

import java.util.concurrent.LinkedBlockingQueue;
import java.util.concurrent.ThreadPoolExecutor;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.atomic.AtomicInteger;
import org.reactivestreams.Publisher;
import reactor.core.publisher.Flux;
import reactor.core.publisher.Mono;

/**
 * One thread, at most, that may block; does one thing after another in the order in which they were given to it. The
 * thread ends when it has had nothing to do for a while, and comes back when there is something.
 */
final class Worker {
    private static final AtomicInteger NUMBERS = new AtomicInteger();
    private static final int IDLE_SECONDS = 5;

    private final ThreadPoolExecutor executor;

    Worker() {
        int number = NUMBERS.incrementAndGet();
        executor = new ThreadPoolExecutor(
                1,
                1,
                IDLE_SECONDS,
                TimeUnit.SECONDS,
                new LinkedBlockingQueue<>(),
                task -> new WorkerThread(this, task, "athanor-h2-" + number));
        executor.allowCoreThreadTimeOut(true);
    }

    void execute(Runnable task) {
        executor.execute(task);
    }

    /** Whether the caller is this worker's thread. */
    boolean isCurrent() {
        return Thread.currentThread() instanceof WorkerThread thread && thread.worker == this;
    }

    /** A source that is subscribed, asked and cancelled by this worker only. */
    <T> Flux<T> flux(Publisher<? extends T> source) {
        return new ConfinedFlux<>(source, this);
    }

    /** A source that is subscribed, asked and cancelled by this worker only. */
    <T> Mono<T> mono(Publisher<? extends T> source) {
        return new ConfinedFlux<T>(source, this).singleOrEmpty();
    }

    /** Completes when all that was given to the worker before is done. */
    Mono<Void> settled() {
        return mono(Mono.empty());
    }

    private static final class WorkerThread extends Thread {
        private final Worker worker;

        WorkerThread(Worker worker, Runnable task, String name) {
            super(task, name);
            this.worker = worker;
            setDaemon(true);
        }
    }
}
