package io.athanor.orm.flush;

import io.athanor.orm.mapping.MappedColumn;
import io.athanor.orm.mapping.RelationshipMapping;
import io.athanor.orm.mapping.RelationshipMapping.Kind;
import io.athanor.orm.state.EntityState;
import io.athanor.orm.state.Snapshot;
import io.athanor.orm.state.Unloaded;

/** Collections that are part of who has them, as JPA sees it: their change is a change of the owner, and raises its version. */
final class Ownership {
    private Ownership() {}

    /** Whether this side is the one that writes: not if it is mapped by the other. */
    static boolean isOwned(RelationshipMapping relationship) {
        return relationship.kind() == Kind.MANY_BY_TABLE
                || (relationship.kind() == Kind.MANY_BY_TARGET && relationship.inverse() == null);
    }

    /** Whether a collection has changed whose foreign key is with the members, which do not know. */
    static boolean hasChanged(EntityState state) {
        for (RelationshipMapping relationship : state.mapping().relationships()) {
            if (relationship.kind() == Kind.MANY_BY_TARGET
                    && relationship.inverse() == null
                    && state.isLoaded(relationship)
                    && !Unloaded.is(relationship.get(state.entity()))
                    && !Members.isSame(relationship.members(state.entity()), state.members(relationship))) {
                return true;
            }
        }
        return false;
    }

    /** Whether there is a version that can be raised: one that was read. */
    static boolean isCounted(EntityState state) {
        MappedColumn version = state.mapping().version();
        Snapshot row = state.row();
        return version != null && row != null && !row.isUnread(version);
    }
}
