package io.athanor.orm.state;

import io.athanor.orm.mapping.MappedColumn;
import io.athanor.orm.mapping.RelationshipMapping;
import io.athanor.orm.mapping.RelationshipMapping.Holder;
import io.athanor.orm.mapping.RelationshipMapping.Kind;
import java.util.Collection;
import java.util.Iterator;
import java.util.List;
import org.jspecify.annotations.Nullable;

/** Makes an object what its row is known to be. */
final class Restoring {
    private Restoring() {}

    static void restore(EntityState state) {
        Snapshot row = state.row();
        if (row == null) {
            return;
        }
        Object entity = state.entity();
        for (RelationshipMapping relationship : state.mapping().related()) {
            restore(state, relationship, entity);
        }
        for (MappedColumn column : state.mapping().columns()) {
            if (column.reference() == null && row.differs(column, entity)) {
                column.set(entity, row.value(column));
            }
        }
    }

    private static void restore(EntityState state, RelationshipMapping relationship, Object entity) {
        boolean isOne = relationship.holder() == Holder.ONE;
        if (!state.isLoaded(relationship)) {
            if (!isOne && !Unloaded.is(relationship.get(entity))) {
                relationship.set(entity, Unloaded.of(relationship));
            }
            return;
        }
        List<Object> members = state.members(relationship);
        @Nullable Object value = relationship.get(entity);
        if (!isOne && (Unloaded.is(value) || !isSame(relationship, members, state, entity))) {
            relationship.set(entity, relationship.collection(members, state.places(relationship)));
        } else if (isOne && value != (members.isEmpty() ? null : members.get(0))) {
            relationship.set(entity, members.isEmpty() ? null : members.get(0));
        }
    }

    private static boolean isSame(
            RelationshipMapping relationship, List<Object> members, EntityState state, Object entity) {
        boolean isByKey = relationship.isPlaced() && relationship.holder() == Holder.MAP;
        if (isByKey && !relationship.places(entity).equals(state.places(relationship))) {
            return false;
        }
        Collection<?> now = relationship.members(entity);
        if (relationship.kind() == Kind.ELEMENTS) {
            return members.equals(List.copyOf(now));
        }
        Iterator<?> other = now.iterator();
        for (Object member : members) {
            if (!other.hasNext() || other.next() != member) {
                return false;
            }
        }
        return !other.hasNext();
    }
}
