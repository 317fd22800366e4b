package io.athanor.r2dbc.sqlite;

import java.util.concurrent.atomic.AtomicInteger;

/** Runs one piece of work on the worker at least once after every call of {@link #schedule()}, and never twice at a time. */
final class WorkerLoop implements Runnable {
    private final Worker worker;
    private final Runnable work;
    private final AtomicInteger pending = new AtomicInteger();

    WorkerLoop(Worker worker, Runnable work) {
        this.worker = worker;
        this.work = work;
    }

    /** Any thread. False if the work will not be done, because the worker was shut down. */
    boolean schedule() {
        return pending.getAndIncrement() != 0 || worker.submit(this);
    }

    @Override
    public void run() {
        int missed = pending.get();
        do {
            work.run();
            missed = pending.addAndGet(-missed);
        } while (missed != 0);
    }
}
