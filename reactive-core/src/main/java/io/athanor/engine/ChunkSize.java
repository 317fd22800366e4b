package io.athanor.engine;

import java.time.Duration;

/**
 * How many rows to fetch next. Doubles whenever the subscriber had to wait, as long as rows come fast; wide or slow rows
 * make it small again, so that what is in memory, and what a cancel must wait for, is bounded by time and not by a
 * guess about rows.
 */
final class ChunkSize {
    private static final int LEAST = 16;
    private static final int FIRST = 128;
    private static final int MOST = 8192;
    private static final long FAST = Duration.ofMillis(6).toNanos();
    private static final long SLOW = Duration.ofMillis(50).toNanos();

    private volatile int rows = FIRST;
    private volatile boolean fast = true;

    int rows() {
        return rows;
    }

    /** The subscriber waits for rows and has none. */
    void hungry() {
        if (fast) {
            rows = Math.min(MOST, rows * 2);
        }
    }

    /** A chunk came; it took so long from its first to its last row. */
    void arrived(long nanos) {
        fast = nanos < FAST;
        if (nanos > SLOW) {
            rows = Math.max(LEAST, rows / 2);
        }
    }
}
