package io.athanor.r2dbc.sqlite;

import java.util.ArrayDeque;
import java.util.Queue;
import org.jspecify.annotations.Nullable;

/** One connection's thread: runs what it is given, one after another, in the order it came, until it is shut down. */
final class Worker implements Runnable {
    private final Queue<Runnable> tasks = new ArrayDeque<>();
    private final Runnable onShutDown;
    private Object held = new Object();
    private boolean shutDown;

    Worker(Runnable onShutDown) {
        this.onShutDown = onShutDown;
    }

    /** Whether the task will run: always, unless this worker was shut down. May be called by any thread, and never blocks. */
    boolean submit(Runnable task) {
        synchronized (tasks) {
            if (shutDown) {
                return false;
            }
            tasks.add(task);
            tasks.notify();
            return true;
        }
    }

    /** Ends the thread's work once the tasks already accepted have run. */
    void shutDown() {
        synchronized (tasks) {
            if (shutDown) {
                return;
            }
            shutDown = true;
            tasks.notify();
        }
        onShutDown.run();
    }

    /**
     * Makes every later task run with {@code monitor} held. sqlite-jdbc takes its connection's monitor in every call, about seven times a
     * row, which costs next to nothing only while it is held already: once a JVM before 23 has inflated a monitor, and to throw away code
     * that was compiled for too few cases is enough for that, native methods take it the slow way. Called by a task.
     */
    void hold(Object monitor) {
        held = monitor;
    }

    @Override
    public void run() {
        for (Runnable task = next(); task != null; task = next()) {
            Object monitor = held;
            try {
                synchronized (monitor) {
                    task.run();
                }
            } catch (Throwable e) { // A subscriber threw: the connection must outlive that.
                Thread thread = Thread.currentThread();
                thread.getUncaughtExceptionHandler().uncaughtException(thread, e);
            }
        }
    }

    private @Nullable Runnable next() {
        synchronized (tasks) {
            while (tasks.isEmpty()) {
                if (shutDown) {
                    return null;
                }
                awaitTask();
            }
            return tasks.poll();
        }
    }

    @SuppressWarnings("WaitNotInLoop") // The loop is in next().
    private void awaitTask() {
        try {
            tasks.wait();
        } catch (InterruptedException e) {
            // A subscriber's code interrupted this thread; the connection has yet to be closed, so the wait goes on.
        }
    }
}
