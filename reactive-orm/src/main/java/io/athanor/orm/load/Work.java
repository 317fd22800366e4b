package io.athanor.orm.load;

import io.athanor.orm.load.Trace.Asked;
import io.athanor.orm.load.Trace.Found;
import io.athanor.orm.load.Trace.Joined;
import io.athanor.orm.load.Trace.Touched;
import io.athanor.orm.mapping.Lifecycle;
import io.athanor.orm.state.EntityState;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.HashSet;
import java.util.Iterator;
import java.util.LinkedHashMap;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import org.jspecify.annotations.Nullable;

/** What rows have led to and is still to be loaded. Confined to one pass over it. */
final class Work {
    private List<Found> found = new ArrayList<>();
    private final Map<Ask, Set<EntityState>> asked = new LinkedHashMap<>();
    private final Map<Ask, Set<EntityState>> everAsked = new HashMap<>();
    private final Map<Ask, Map<EntityState, Members>> joined = new LinkedHashMap<>();
    private final List<EntityState> fresh = new ArrayList<>();
    private final boolean isAllHeard;
    private final Set<EntityState> arrived = new LinkedHashSet<>();
    private final List<EntityState> touched = new ArrayList<>();
    private final Set<EntityState> overwritten = new HashSet<>();

    /**
     * Nothing is to be done.
     *
     * @param isAllHeard whether somebody wants to be told of all that arrives
     */
    Work(boolean isAllHeard) {
        this.isAllHeard = isAllHeard;
    }

    private boolean isHeard(Found entity) {
        return isAllHeard || entity.state().mapping().listensTo(Lifecycle.POST_LOAD);
    }

    void add(Trace trace) {
        if (trace instanceof Found entity) {
            if (!entity.isAnew() || overwritten.add(entity.state())) {
                found.add(entity);
            }
            if (entity.isNew()) {
                fresh.add(entity.state());
            }
            if ((entity.isNew() || entity.isAnew()) && isHeard(entity)) {
                arrived.add(entity.state());
            }
        } else if (trace instanceof Asked relationship) {
            ask(Ask.of(relationship.load()), relationship.owner());
        } else if (trace instanceof Touched entity) {
            touched.add(entity.state());
        } else if (trace instanceof Joined pair) {
            Members members = joined.computeIfAbsent(Ask.of(pair.load()), ask -> new LinkedHashMap<>())
                    .computeIfAbsent(pair.owner(), owner -> new Members());
            if (pair.member() != null) {
                members.add(pair.member(), pair.place());
            }
        }
    }

    /** Asks once: entities may lead back to each other without end. */
    void ask(Ask ask, EntityState owner) {
        if (everAsked.computeIfAbsent(ask, key -> new HashSet<>()).add(owner)) {
            asked.computeIfAbsent(ask, key -> new LinkedHashSet<>()).add(owner);
        }
    }

    /** What rows have said of relationships: nothing more has to be read for these. */
    Map<Ask, Map<EntityState, Members>> takeJoined() {
        Map<Ask, Map<EntityState, Members>> taken = new LinkedHashMap<>(joined);
        joined.clear();
        return taken;
    }

    /** The next relationship to load, null if no other was asked for. */
    Map.@Nullable Entry<Ask, Set<EntityState>> takeAsked() {
        Iterator<Map.Entry<Ask, Set<EntityState>>> all = asked.entrySet().iterator();
        if (!all.hasNext()) {
            return null;
        }
        Map.Entry<Ask, Set<EntityState>> first = all.next();
        Map.Entry<Ask, Set<EntityState>> taken = Map.entry(first.getKey(), first.getValue());
        all.remove();
        return taken;
    }

    /** The entities whose references are still to be found; one may be there twice. */
    List<Found> takeFound() {
        List<Found> taken = found;
        found = new ArrayList<>();
        return taken;
    }

    boolean isDone() {
        return found.isEmpty() && asked.isEmpty() && joined.isEmpty();
    }

    /** The entities that the session did not know before. */
    List<EntityState> fresh() {
        return fresh;
    }

    /** The entities whose rows were read and who want to hear of it, each once. */
    List<EntityState> takeArrived() {
        List<EntityState> taken = List.copyOf(arrived);
        arrived.clear();
        return taken;
    }

    /** The entities that are pinned for this work. */
    List<EntityState> touched() {
        return touched;
    }

    /** Whether the entity was overwritten already. */
    boolean isOverwritten(EntityState state) {
        return overwritten.contains(state);
    }
}
