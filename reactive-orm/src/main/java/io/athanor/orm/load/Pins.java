package io.athanor.orm.load;

import io.athanor.orm.state.EntityState;
import java.util.Collection;
import java.util.IdentityHashMap;

/** Entities that were read by an operation and are not passed on yet: nobody may evict them meanwhile. Safe for threads. */
final class Pins {
    private final IdentityHashMap<EntityState, Integer> counts = new IdentityHashMap<>();

    synchronized void pin(EntityState state) {
        counts.merge(state, 1, Integer::sum);
    }

    synchronized void release(Collection<EntityState> states) {
        states.forEach(state -> counts.computeIfPresent(state, (key, count) -> count == 1 ? null : count - 1));
    }

    synchronized boolean holds(EntityState state) {
        return counts.containsKey(state);
    }
}
