package io.athanor.orm.load;

import io.athanor.orm.mapping.RelationshipMapping;
import io.athanor.orm.state.EntityState;
import io.athanor.orm.state.SessionState;
import java.util.ArrayDeque;
import java.util.ArrayList;
import java.util.Collections;
import java.util.Deque;
import java.util.IdentityHashMap;
import java.util.List;
import java.util.Set;
import java.util.concurrent.ConcurrentHashMap;
import org.jspecify.annotations.Nullable;

/**
 * Letting go of what has streamed by. Once enough has, what came with streams leaves the session, but for what was changed,
 * what is on its way, and what those or the rest of the session refer to: a flush that met an entity it does not know would
 * insert it anew. A mark and sweep. Safe for threads.
 */
final class Eviction {
    private final SessionState session;
    private final int enough;
    private final Set<Pins> open = ConcurrentHashMap.newKeySet();
    private List<EntityState> passed = new ArrayList<>();
    private int next;

    /**
     * What lets go of entities of {@code session}.
     *
     * @param enough how many have streamed by before any goes
     */
    Eviction(SessionState session, int enough) {
        this.session = session;
        this.enough = enough;
        this.next = enough;
    }

    /** An operation begins. */
    Pins begin() {
        Pins pins = new Pins();
        open.add(pins);
        return pins;
    }

    /** A window of a stream has been passed on. */
    synchronized void passed(Pins pins, Work work) {
        pins.release(work.touched());
        passed.addAll(work.fresh());
        if (passed.size() >= next) {
            sweep();
        }
    }

    /** An operation has ended, in whatever way. */
    void end(Pins pins) {
        open.remove(pins);
    }

    private void sweep() {
        Set<EntityState> going = Collections.newSetFromMap(new IdentityHashMap<>());
        going.addAll(passed);
        Deque<EntityState> staying = new ArrayDeque<>();
        for (EntityState state : session.all()) {
            if (!going.contains(state) || isPinned(state) || !Cleanness.of(state)) {
                going.remove(state);
                staying.push(state);
            }
        }
        while (!staying.isEmpty()) {
            keepMembers(staying.pop(), going, staying);
        }
        going.forEach(session::evict);
        List<EntityState> kept = new ArrayList<>();
        for (EntityState state : passed) {
            if (!going.contains(state)) {
                kept.add(state);
            }
        }
        passed = kept;
        next = Math.max(enough, 2 * kept.size());
    }

    private boolean isPinned(EntityState state) {
        for (Pins pins : open) {
            if (pins.holds(state)) {
                return true;
            }
        }
        return false;
    }

    private void keepMembers(EntityState state, Set<EntityState> going, Deque<EntityState> staying) {
        for (RelationshipMapping relationship : state.mapping().relationships()) {
            for (Object member : Cleanness.members(state, relationship)) {
                keep(member, going, staying);
            }
            if (relationship.place() != null && relationship.place().entity() != null) {
                state.places(relationship).forEach(key -> keep(key, going, staying));
            }
        }
    }

    private void keep(@Nullable Object entity, Set<EntityState> going, Deque<EntityState> staying) {
        EntityState reached = entity == null ? null : session.of(entity);
        if (reached != null && going.remove(reached)) {
            staying.push(reached);
        }
    }
}
