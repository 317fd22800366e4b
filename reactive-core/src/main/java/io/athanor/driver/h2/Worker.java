package io.athanor.driver.h2;

import java.time.Duration;
import java.util.Queue;
import java.util.concurrent.atomic.AtomicInteger;
import java.util.concurrent.atomic.AtomicReference;
import java.util.concurrent.locks.LockSupport;
import org.jspecify.annotations.Nullable;
import org.reactivestreams.Publisher;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;
import reactor.core.publisher.Flux;
import reactor.core.publisher.Mono;
import reactor.util.concurrent.Queues;

/**
 * One thread, at most, that may block; does one thing after another in the order in which they were given to it. The
 * thread ends when it has had nothing to do for a while, and comes back when there is something. Giving it something to
 * do takes no lock, which no executor of the JDK offers: all that is left there is a LinkedTransferQueue, and before Java
 * 22 that may leave a thread asleep that waits with a time limit (JDK-8301341).
 */
final class Worker {
    private static final Logger LOG = LoggerFactory.getLogger(Worker.class);
    private static final AtomicInteger NUMBERS = new AtomicInteger();
    private static final Duration IDLE = Duration.ofSeconds(5);

    private final String name = "athanor-h2-" + NUMBERS.incrementAndGet();
    private final long idleNanos;
    private final Queue<Runnable> tasks =
            Queues.<Runnable>unboundedMultiproducer().get();
    private final AtomicInteger waiting = new AtomicInteger();
    /** The thread, while it sleeps or is about to: whoever takes it from here must wake it. */
    private final AtomicReference<@Nullable Thread> asleep = new AtomicReference<>();

    Worker() {
        this(IDLE);
    }

    /** @param idle after how long without a task the thread ends */
    Worker(Duration idle) {
        this.idleNanos = idle.toNanos();
    }

    void execute(Runnable task) {
        tasks.offer(task);
        if (waiting.getAndIncrement() == 0) {
            Thread thread = asleep.getAndSet(null);
            if (thread == null) {
                new WorkerThread(this).start();
            } else {
                LockSupport.unpark(thread);
            }
        }
    }

    private void work(Thread thread) {
        do {
            workOff(thread);
        } while (isWoken(thread));
    }

    /** Until no task waits. The thread lies down before it says so, since whoever comes then takes it from there. */
    private void workOff(Thread thread) {
        int done = 1;
        while (true) {
            for (int i = 0; i < done; i++) {
                run(tasks.poll());
            }
            asleep.set(thread);
            done = waiting.addAndGet(-done);
            if (done == 0) {
                return;
            }
            asleep.set(null);
        }
    }

    /** Waits for the next task; false if none came in time, and none will be given to this thread any more. */
    private boolean isWoken(Thread thread) {
        long end = System.nanoTime() + idleNanos;
        while (asleep.get() == thread) {
            long left = end - System.nanoTime();
            if (left <= 0 && asleep.compareAndSet(thread, null)) {
                return false;
            }
            LockSupport.parkNanos(this, left);
            boolean interrupted = Thread.interrupted(); // by a subscriber's code: of no meaning here
            LOG.trace("Awake, interrupted: {}", interrupted);
        }
        return true;
    }

    private static void run(Runnable task) {
        try {
            task.run();
        } catch (Throwable thrown) { // whatever a subscriber throws, the connection must outlive it
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

        WorkerThread(Worker worker) {
            super(worker.name);
            this.worker = worker;
            setDaemon(true);
        }

        @Override
        public void run() {
            worker.work(this);
        }
    }
}
