package io.athanor.pool;

import java.util.concurrent.atomic.AtomicInteger;

/**
 * Connections opened between two failures. When one of them turns out to be dead, a restarted server or a broken
 * network has most likely killed the others too, so none that is as old is handed out again.
 */
final class Generations {
    private final AtomicInteger current = new AtomicInteger();

    int current() {
        return current.get();
    }

    boolean isOver(int generation) {
        return generation < current.get();
    }

    /** Ends a generation and all before it; does nothing if it is over. */
    void end(int generation) {
        current.compareAndSet(generation, generation + 1);
    }
}
