package io.athanor.orm.load;

import io.athanor.orm.mapping.MappedColumn;
import io.athanor.orm.mapping.RelationshipMapping;
import io.athanor.orm.state.EntityState;
import io.athanor.orm.state.Status;
import io.athanor.orm.state.Unloaded;
import java.util.Collection;
import java.util.Iterator;
import java.util.List;

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
        for (RelationshipMapping relationship : state.mapping().relationships()) {
            if (state.isLoaded(relationship) && !isSame(state.members(relationship), members(state, relationship))) {
                return false;
            }
        }
        return true;
    }

    /** What a loaded relationship leads to now; nothing if it is not loaded. */
    static Collection<?> members(EntityState state, RelationshipMapping relationship) {
        return Unloaded.is(relationship.get(state.entity())) ? List.of() : relationship.members(state.entity());
    }

    private static boolean isSame(List<Object> before, Collection<?> now) {
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
