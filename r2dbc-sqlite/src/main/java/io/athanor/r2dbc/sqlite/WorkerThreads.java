package io.athanor.r2dbc.sqlite;

import io.r2dbc.spi.R2dbcTransientResourceException;
import java.util.concurrent.Semaphore;
import java.util.concurrent.SynchronousQueue;
import java.util.concurrent.ThreadFactory;
import java.util.concurrent.ThreadPoolExecutor;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.atomic.AtomicInteger;
import reactor.core.scheduler.NonBlocking;

/**
 * The bounded set of threads that the connections of one factory share: one thread per open connection, kept three seconds after the
 * connection is closed for the next one, then gone. Being at the bound is an error, not a wait.
 */
final class WorkerThreads {
    private static final long KEEP_ALIVE_SECONDS = 3;

    private final String name;
    private final int maximum;
    private final Semaphore free;
    private final ThreadPoolExecutor threads;

    WorkerThreads(String name, int maximum) {
        this.name = name;
        this.maximum = maximum;
        this.free = new Semaphore(maximum);
        // Bounded by the semaphore: a worker that was shut down no longer counts, though its thread may take a moment
        // to notice.
        this.threads = new ThreadPoolExecutor(
                0, Integer.MAX_VALUE, KEEP_ALIVE_SECONDS, TimeUnit.SECONDS, new SynchronousQueue<>(), new Named(name));
    }

    /** A worker that holds one of the threads until it is shut down. */
    Worker take() {
        if (!free.tryAcquire()) {
            throw new R2dbcTransientResourceException(
                    name + " has " + maximum
                            + " open connections, which is its limit; close connections, share them through a"
                            + " pool, or raise the option maxConnections",
                    "53300");
        }
        Worker worker = new Worker(free::release);
        try {
            threads.execute(worker);
        } catch (Throwable e) { // The system has no thread left.
            free.release();
            throw e;
        }
        return worker;
    }

    /** Names the threads after the database and makes Reactor refuse {@code block()} on them, which could never return. */
    private record Named(String name, AtomicInteger count) implements ThreadFactory {
        Named(String name) {
            this(name, new AtomicInteger());
        }

        @Override
        public Thread newThread(Runnable task) {
            return new WorkerThread(task, "r2dbc-sqlite-" + name + "-" + count.incrementAndGet());
        }
    }

    private static final class WorkerThread extends Thread implements NonBlocking {
        WorkerThread(Runnable task, String name) {
            super(task, name);
            setDaemon(true);
        }
    }
}
