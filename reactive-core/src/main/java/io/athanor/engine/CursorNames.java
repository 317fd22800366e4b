package io.athanor.engine;

import java.util.BitSet;

/**
 * The names of a transaction's cursors, the lowest free one each time: a name is part of statements' texts, and drivers
 * keep every text prepared.
 */
final class CursorNames {
    private static final String PREFIX = "athanor_";

    private final BitSet taken = new BitSet();

    synchronized String take() {
        int number = taken.nextClearBit(0);
        taken.set(number);
        return PREFIX + number;
    }

    synchronized void giveBack(String name) {
        taken.clear(Integer.parseInt(name.substring(PREFIX.length())));
    }

    /** The transaction has ended, and its cursors with it. */
    synchronized void clear() {
        taken.clear();
    }
}
