package io.athanor.r2dbc.sqlite;

import java.time.Duration;
import org.sqlite.BusyHandler;

/** Waits for another connection's lock, in steps as SQLite's own busy handler does, but ends at once when stopped. */
final class LockWait extends BusyHandler {
    private static final int[] STEPS = {1, 2, 5, 10, 15, 20, 25, 25, 25, 50, 50, 100};

    private final Interruption interruption;
    private long timeoutNanos;
    private long since;

    LockWait(Interruption interruption, Duration timeout) {
        this.interruption = interruption;
        this.timeoutNanos = timeout.toNanos();
    }

    Duration timeout() {
        return Duration.ofNanos(timeoutNanos);
    }

    void timeout(Duration timeout) {
        timeoutNanos = timeout.toNanos();
    }

    @Override
    protected int callback(int earlierCalls) {
        long now = System.nanoTime();
        if (earlierCalls == 0) {
            since = now;
        }
        long left = timeoutNanos - (now - since);
        if (left <= 0 || interruption.isStopped()) {
            return 0;
        }
        long step = STEPS[Math.min(earlierCalls, STEPS.length - 1)];
        interruption.pause(Math.max(1, Math.min(step, left / 1_000_000)));
        return interruption.isStopped() ? 0 : 1;
    }
}
