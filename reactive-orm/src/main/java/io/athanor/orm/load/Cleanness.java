package io.athanor.orm.load;

import io.athanor.orm.mapping.MappedColumn;
import io.athanor.orm.mapping.RelationshipMapping;
import io.athanor.orm.state.EntityState;
import io.athanor.orm.state.Status;
import io.athanor.orm.state.Unloaded;
import java.util.Collection;
import java.util.Iterator;
import java.util.List;
import java.util.Map;

/** Whether an entity is as its row is. */
final class Cleanness {
    private Cleanness() {}

    static boolean of(EntityState state) {
        if (state.status() != Status.PERSISTENT) {
            return false;
        }
        for (MappedColumn column : state.mapping().columns()) {
            if (state.isChanged(column)) {
                return false;
            }
        }
        for (RelationshipMapping relationship : state.mapping().related()) {
            if (state.isLoaded(relationship)
                    && (!isSame(relationship, state.members(relationship), members(state, relationship))
                            || !isInPlace(state, relationship))) {
                return false;
            }
        }
        return true;
    }

    /** What a loaded relationship leads to now; nothing if it is not loaded. */
    static Collection<?> members(EntityState state, RelationshipMapping relationship) {
        return Unloaded.is(relationship.get(state.entity())) ? List.of() : relationship.members(state.entity());
    }

    /** Whether a map has its members by the keys that it had them by. */
    private static boolean isInPlace(EntityState state, RelationshipMapping relationship) {
        Object now = relationship.get(state.entity());
        return !relationship.isPlaced()
                || !(now instanceof Map<?, ?>)
                || Unloaded.is(now)
                || relationship.places(state.entity()).equals(state.places(relationship));
    }

    private static boolean isSame(RelationshipMapping relationship, List<Object> before, Collection<?> now) {
        if (relationship.kind() == RelationshipMapping.Kind.ELEMENTS) {
            return before.equals(List.copyOf(now));
        }
        if (before.size() != now.size()) {
            return false;
        }
        Iterator<?> each = now.iterator();
        for (Object member : before) {
            if (each.next() != member) {
                return false;
            }
        }
        return true;
    }
}
