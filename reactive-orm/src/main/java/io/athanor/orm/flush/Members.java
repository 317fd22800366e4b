package io.athanor.orm.flush;

import io.athanor.orm.mapping.RelationshipMapping;
import io.athanor.orm.mapping.RelationshipMapping.Holder;
import io.athanor.orm.state.EntityState;
import io.athanor.orm.state.Unloaded;
import java.util.ArrayList;
import java.util.Collection;
import java.util.List;
import java.util.Map;
import java.util.function.Predicate;
import org.jspecify.annotations.Nullable;

/** Changes the collections of objects, in place where they can be changed. */
final class Members {
    private Members() {}

    static boolean isLoaded(EntityState state, RelationshipMapping relationship) {
        return state.isLoaded(relationship) && !Unloaded.is(relationship.get(state.entity()));
    }

    /** Adds a member that is not there yet. */
    static void add(Object entity, RelationshipMapping relationship, Object member) {
        if (contains(relationship.members(entity), member)) {
            return;
        }
        if (relationship.holder() == Holder.ONE) {
            relationship.set(entity, member);
            return;
        }
        if (relationship.holder() == Holder.MAP) {
            Map<@Nullable Object, Object> map = MapMembers.copy(entity, relationship);
            map.put(MapMembers.key(relationship, member), member);
            MapMembers.write(entity, relationship, map);
            return;
        }
        List<Object> members = new ArrayList<>(relationship.members(entity));
        members.add(member);
        write(entity, relationship, members);
    }

    /** Removes the members that {@code isGone}. */
    static void remove(Object entity, RelationshipMapping relationship, Predicate<Object> isGone) {
        Collection<?> now = relationship.members(entity);
        if (now.stream().noneMatch(isGone)) {
            return;
        }
        if (relationship.holder() == Holder.ONE) {
            relationship.set(entity, null);
            return;
        }
        if (relationship.holder() == Holder.MAP) {
            Map<@Nullable Object, Object> map = MapMembers.copy(entity, relationship);
            map.values().removeIf(isGone);
            MapMembers.write(entity, relationship, map);
            return;
        }
        List<Object> members = new ArrayList<>();
        now.stream().filter(member -> !isGone.test(member)).forEach(members::add);
        write(entity, relationship, members);
    }

    @SuppressWarnings("unchecked") // members are the relationship's
    private static void write(Object entity, RelationshipMapping relationship, List<Object> members) {
        if (relationship.get(entity) instanceof Collection<?> held && isChanged((Collection<Object>) held, members)) {
            return;
        }
        relationship.set(entity, relationship.collection(members));
    }

    /** Tries to change the collection itself, which others may hold. */
    private static boolean isChanged(Collection<Object> held, List<Object> members) {
        try {
            held.clear();
            held.addAll(members);
            return true;
        } catch (UnsupportedOperationException immutable) {
            return false;
        }
    }

    static boolean contains(Collection<?> members, Object member) {
        return indexOf(members, member) >= 0;
    }

    /** Where {@code member} is first, negative if it is not there. */
    static int indexOf(Collection<?> members, Object member) {
        int index = 0;
        for (Object each : members) {
            if (each == member) {
                return index;
            }
            index++;
        }
        return -1;
    }

    /** Whether they have the same members, whatever the order. */
    static boolean isSame(Collection<?> members, Collection<?> others) {
        return members.size() == others.size()
                && Difference.between(members, others).added().isEmpty();
    }

    /** Has the members in this order. */
    static void arrange(Object entity, RelationshipMapping relationship, List<Object> members) {
        List<Object> now = new ArrayList<>(relationship.members(entity));
        if (!isInOrder(now, members)) {
            write(entity, relationship, members);
        }
    }

    /** Whether they are the same members in the same order. */
    static boolean isInOrder(List<?> members, List<?> others) {
        if (members.size() != others.size()) {
            return false;
        }
        for (int i = 0; i < members.size(); i++) {
            if (members.get(i) != others.get(i)) {
                return false;
            }
        }
        return true;
    }
}
