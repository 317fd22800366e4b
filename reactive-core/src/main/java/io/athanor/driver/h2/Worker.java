package io.athanor.driver.h2;

import java.util.Queue;
import java.util.concurrent.LinkedTransferQueue;
import java.util.concurrent.ThreadPoolExecutor;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.atomic.AtomicInteger;
import org.reactivestreams.Publisher;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;
import reactor.core.publisher.Flux;
import reactor.core.publisher.Mono;
import reactor.util.concurrent.Queues;

/**
 * One thread, at most, that may block; does one thing after another in the order in which they were given to it. The
 * thread ends when it has had nothing to do for a while, and comes back when there is something. Giving it something to
 * do takes no lock.
 */
final class Worker {
    private static final Logger LOG = LoggerFactory.getLogger(Worker.class);
    private static final AtomicInteger NUMBERS = new AtomicInteger();
    private static final int IDLE_SECONDS = 5;

    private final ThreadPoolExecutor executor;
    private final Queue<Runnable> tasks =
            Queues.<Runnable>unboundedMultiproducer().get();
    private final AtomicInteger waiting = new AtomicInteger();

    Worker() {
        int number = NUMBERS.incrementAndGet();
        executor = new ThreadPoolExecutor(
                1,
                1,
                IDLE_SECONDS,
                TimeUnit.SECONDS,
                new LinkedTransferQueue<>(),
                task -> new WorkerThread(this, task, "athanor-h2-" + number));
        executor.allowCoreThreadTimeOut(true);
    }

    void execute(Runnable task) {
        tasks.offer(task);
        if (waiting.getAndIncrement() == 0) {
            executor.execute(this::work);
        }
    }

    private void work() {
        int done = 1;
        do {
            for (int i = 0; i < done; i++) {
                run(tasks.poll());
            }
            done = waiting.addAndGet(-done);
        } while (done != 0);
    }

    private static void run(Runnable task) {
        try {
            task.run();
        } catch (RuntimeException thrown) {
            LOG.error("A task of an H2 worker failed; the next ones run all the same", thrown);
        }
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
