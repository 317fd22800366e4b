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

    void open() {
        savepoints.push(new Journal());
    }

    void keep() {
        Journal kept = savepoints.pop();
        Journal around = savepoints.peek();
        if (around == null) {
            root.takeWritings(kept);
        } else {
            around.take(kept);
        }
    }

    boolean isRoot() {
        return savepoints.isEmpty();
    }

    void undo(IdentityMap entities) {
        Journal undone = savepoints.poll();
        (undone == null ? root : undone).undo(entities);
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
