package io.athanor.examples.tour;

import java.io.PrintStream;

/** Prints, now and then while rows pass, what is alive on the heap: after a garbage collection, nothing else. */
final class Memory {
    private static final int REPORTS = 5;
    private final PrintStream out;
    private final long every;
    private long passed;

    Memory(long expected, PrintStream out) {
        this.out = out;
        this.every = Math.max(1, expected / REPORTS);
    }

    /** A row passes. */
    void row() {
        if (++passed % every == 0) {
            out.printf("after %,d rows: %d MB alive%n", passed, aliveMegabytes());
        }
    }

    private static long aliveMegabytes() {
        System.gc();
        Runtime runtime = Runtime.getRuntime();
        return (runtime.totalMemory() - runtime.freeMemory()) / 1_000_000;
    }
}
