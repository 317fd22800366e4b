package io.athanor.r2dbc.sqlite;

import java.util.concurrent.atomic.AtomicLong;
import reactor.core.publisher.Operators;

/** How many signals a subscriber has asked for and not got yet. */
final class Demand {
    private final AtomicLong requested = new AtomicLong();

    /** Any thread. False if {@code n} is none that may be asked for, which is reported. */
    boolean add(long n) {
        if (!Operators.validate(n)) {
            return false;
        }
        requested.getAndUpdate(before -> Operators.addCap(before, n));
        return true;
    }

    long get() {
        return requested.get();
    }

    /** The subscriber has got {@code n} of them. */
    void fulfil(long n) {
        if (requested.get() != Long.MAX_VALUE) {
            requested.addAndGet(-n);
        }
    }
}
