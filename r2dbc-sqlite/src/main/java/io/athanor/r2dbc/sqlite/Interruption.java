package io.athanor.r2dbc.sqlite;

import java.sql.SQLException;
import org.jspecify.annotations.Nullable;
import org.sqlite.core.DB;

/**
 * How other threads stop what the worker is computing, and nothing else: stopping an operation that is not the one running does
 * nothing, so a late cancel never hits the statement that came next.
 *
 * <p>{@code sqlite3_interrupt} ends <em>every</em> open statement of a connection. It is used while the running one is the only one;
 * otherwise the progress handler, which asks {@link #isStopped()}, ends just the statement that computes.
 */
final class Interruption {
    private final DB database;
    private @Nullable Object running;
    private boolean alone;
    private boolean closing;
    private volatile boolean stopped;

    Interruption(DB database) {
        this.database = database;
    }

    /**
     * The worker begins to compute on behalf of {@code operation}. Who cancels it sets a flag first and stops it then, and the worker
     * reads that flag after this: either it sees the flag or it is stopped.
     */
    synchronized void enter(Object operation, boolean alone) {
        running = operation;
        this.alone = alone;
        stopped = closing;
    }

    /** The worker has done so; from here on the operation cannot be stopped any more. */
    synchronized void exit() {
        running = null;
        stopped = false;
    }

    /** Stops {@code operation} if the worker is computing on its behalf, and says whether it was. Any thread. */
    synchronized boolean stop(Object operation) {
        if (running != operation) {
            return false;
        }
        stopRunning();
        return true;
    }

    /** Stops whatever is running, and whatever would run for long after it. Any thread. */
    synchronized void stopForClose() {
        closing = true;
        stopRunning();
    }

    private void stopRunning() {
        if (running == null || stopped) {
            return;
        }
        stopped = true;
        notifyAll();
        if (alone) {
            interrupt();
        }
    }

    boolean isStopped() {
        return stopped;
    }

    /** Waits on the worker, less long when the running operation is stopped. */
    @SuppressWarnings("WaitNotInLoop") // A spurious wake-up only means that the lock is tried again sooner.
    synchronized void pause(long milliseconds) {
        if (stopped) {
            return;
        }
        try {
            wait(milliseconds);
        } catch (InterruptedException e) {
            stopped = true;
        }
    }

    private void interrupt() {
        try {
            database.interrupt();
        } catch (SQLException e) {
            throw new IllegalStateException("sqlite3_interrupt failed", e);
        }
    }
}
