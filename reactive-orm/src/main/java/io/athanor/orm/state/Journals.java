package io.athanor.orm.state;

import io.athanor.orm.mapping.MappedColumn;
import java.util.ArrayDeque;
import java.util.Deque;

/**
 * What was known before, for each savepoint that is open and for the session, the innermost first. Of the session only what was
 * written into objects is remembered: when it is undone nothing needs to be known any more.
 */
final class Journals {
    private final Journal root = new Journal();
    private final Deque<Journal> savepoints = new ArrayDeque<>();

    Journal open() {
        Journal journal = new Journal();
        savepoints.push(journal);
        return journal;
    }

    /** The savepoint, and what is open in it, has ended well. */
    void keep(Journal ended) {
        while (savepoints.contains(ended)) {
            Journal kept = savepoints.pop();
            Journal around = savepoints.peek();
            if (around == null) {
                root.takeWritings(kept);
            } else {
                around.take(kept);
            }
        }
    }

    /** Undoes a savepoint, and what is open in it; false if that is over already. */
    boolean undo(Journal ended, IdentityMap entities) {
        boolean isOpen = savepoints.contains(ended);
        while (savepoints.contains(ended)) {
            savepoints.pop().undo(entities);
        }
        return isOpen;
    }

    void undoAll(IdentityMap entities) {
        while (!savepoints.isEmpty()) {
            savepoints.pop().undo(entities);
        }
        root.undo(entities);
    }

    void created(EntityState state) {
        Journal innermost = savepoints.peek();
        if (innermost != null) {
            innermost.changing(state, null);
        }
    }

    void changing(EntityState state, Known before) {
        Journal innermost = savepoints.peek();
        if (innermost != null) {
            innermost.changing(state, before);
        }
    }

    void writing(Object entity, MappedColumn column) {
        Journal innermost = savepoints.peek();
        (innermost == null ? root : innermost).writing(entity, column);
    }
}
