package io.athanor.orm.load;

import io.athanor.orm.mapping.MappedColumn;
import io.athanor.orm.mapping.RelationshipMapping;
import io.athanor.orm.state.EntityState;
import io.athanor.orm.state.SessionState;
import io.athanor.orm.state.Status;
import io.athanor.orm.state.Unloaded;
import java.util.ArrayList;
import java.util.List;

/** Letting go of what streamed by. */
final class Eviction {
    private Eviction() {}

    /**
     * Takes entities out of the session, unless one of them was changed: what refers to an entity that is no longer known would
     * insert it anew.
     */
    static void of(SessionState session, List<EntityState> entities) {
        if (entities.stream().allMatch(Eviction::isClean)) {
            entities.forEach(session::evict);
        }
    }

    private static boolean isClean(EntityState state) {
        if (state.status() != Status.PERSISTENT) {
            return false;
        }
        for (MappedColumn column : state.mapping().columns()) {
            if (state.isChanged(column)) {
                return false;
            }
        }
        for (RelationshipMapping relationship : state.mapping().relationships()) {
            if (state.isLoaded(relationship) && !isSame(state, relationship)) {
                return false;
            }
        }
        return true;
    }

    private static boolean isSame(EntityState state, RelationshipMapping relationship) {
        Object value = relationship.get(state.entity());
        if (Unloaded.is(value)) {
            return true;
        }
        List<Object> now = new ArrayList<>();
        relationship.members(state.entity()).forEach(now::add);
        List<Object> before = state.members(relationship);
        if (now.size() != before.size()) {
            return false;
        }
        for (int i = 0; i < now.size(); i++) {
            if (now.get(i) != before.get(i)) {
                return false;
            }
        }
        return true;
    }
}
