package io.athanor.orm.flush;

import io.athanor.RelationshipConflictException;
import io.athanor.orm.mapping.EntityMapping;
import io.athanor.orm.mapping.RelationshipMapping;
import io.athanor.orm.mapping.RelationshipMapping.Kind;
import io.athanor.orm.state.EntityState;
import io.athanor.orm.state.Unloaded;
import java.util.ArrayList;
import java.util.Collection;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import org.jspecify.annotations.Nullable;

/**
 * Hears both sides of relationships whose foreign key is with the target. The side that has changed decides; what both
 * sides say and does not agree is an error that names both.
 *
 * <table>
 * <caption>A child, its parent by its own attribute, and the collections of parents</caption>
 * <tr><th>the child's attribute</th><th>collections</th><th>so the parent is</th></tr>
 * <tr><td>changed to P</td><td>not changed, or P added</td><td>P</td></tr>
 * <tr><td>changed to P</td><td>added to another, or removed from P</td><td>an error</td></tr>
 * <tr><td>as it was</td><td>added to P</td><td>P</td></tr>
 * <tr><td>as it was</td><td>added to two</td><td>an error</td></tr>
 * <tr><td>as it was</td><td>removed</td><td>none</td></tr>
 * </table>
 */
final class Sides {
    private final Map<RelationshipMapping, ObjectMap<Claims>> claims = new HashMap<>();
    private final References references = new References();
    private final List<Orphan> orphans = new ArrayList<>();

    /** What to-one relationships lead to where that is not what the attributes say. */
    References references() {
        return references;
    }

    /** Those who were parted from an owner and were given to no other. */
    List<Orphan> orphans() {
        return List.copyOf(orphans);
    }

    /**
     * One who has lost an owner.
     *
     * @param relationship from the owner's side
     * @param entity who has lost it
     */
    record Orphan(RelationshipMapping relationship, Object entity) {}

    /** Hears the collections of an entity. */
    void hearOwner(Object owner, EntityMapping<?> mapping, @Nullable EntityState state) {
        hearOwner(owner, mapping, state, true);
    }

    /** Hears what was removed from the collections of an entity that is deleted. */
    void hearDoomed(EntityState state) {
        hearOwner(state.entity(), state.mapping(), state, false);
    }

    private void hearOwner(Object owner, EntityMapping<?> mapping, @Nullable EntityState state, boolean stays) {
        for (RelationshipMapping relationship : mapping.relationships()) {
            if (isByTarget(relationship) && !Unloaded.is(relationship.get(owner)) && isKnown(relationship, state)) {
                Collection<?> now = relationship.members(owner);
                List<Object> before = state == null ? List.of() : state.members(relationship);
                List<Object> added = stays ? Difference.between(before, now).added() : List.of();
                added.forEach(child -> of(relationship, child).addedTo.add(owner));
                Difference.between(now, before)
                        .added()
                        .forEach(child -> of(relationship, child).removedFrom.add(owner));
            }
        }
    }

    private static boolean isKnown(RelationshipMapping relationship, @Nullable EntityState state) {
        return state == null || state.isLoaded(relationship);
    }

    static boolean isByTarget(RelationshipMapping relationship) {
        return relationship.kind() == Kind.MANY_BY_TARGET || relationship.kind() == Kind.ONE_BY_TARGET;
    }

    /** Hears the to-one attributes of an entity. */
    void hearChild(Object child, EntityMapping<?> mapping, @Nullable EntityState state) {
        for (RelationshipMapping relationship : mapping.relationships()) {
            RelationshipMapping inverse = relationship.inverse();
            if (relationship.kind() == Kind.TO_ONE && inverse != null && isChanged(child, relationship, state)) {
                Claims its = of(inverse, child);
                its.isChanged = true;
                its.own = relationship.get(child);
            }
        }
    }

    private static boolean isChanged(Object child, RelationshipMapping relationship, @Nullable EntityState state) {
        Object now = relationship.get(child);
        if (state == null || !state.isLoaded(relationship)) {
            return now != null;
        }
        List<Object> before = state.members(relationship);
        return now != (before.isEmpty() ? null : before.get(0));
    }

    private Claims of(RelationshipMapping relationship, Object child) {
        ObjectMap<Claims> byChild = claims.computeIfAbsent(relationship, key -> new ObjectMap<>());
        Claims its = byChild.get(child);
        if (its == null) {
            its = new Claims();
            byChild.put(child, its);
        }
        return its;
    }

    /** Decides what was heard. */
    void decide() {
        claims.forEach((relationship, byChild) -> {
            for (Object child : byChild.objects()) {
                decide(relationship, child, Objects.requireNonNull(byChild.get(child)));
            }
        });
    }

    private void decide(RelationshipMapping relationship, Object child, Claims heard) {
        RelationshipMapping own = relationship.inverse();
        Object parent = heard.isChanged
                ? ownSide(relationship, heard)
                : otherSide(relationship, heard, own == null ? null : own.get(child));
        if (own == null) {
            references.put(child, relationship, parent);
        } else if (own.get(child) != parent) {
            references.put(child, own, parent);
        }
        if (parent == null) {
            orphans.add(new Orphan(relationship, child));
        }
    }

    private static @Nullable Object ownSide(RelationshipMapping relationship, Claims heard) {
        for (Object other : heard.addedTo) {
            if (other != heard.own) {
                throw conflict(relationship, heard.own == null ? "none" : "another");
            }
        }
        if (heard.own != null && contains(heard.removedFrom, heard.own)) {
            throw new RelationshipConflictException(child(relationship) + " was set to a "
                    + relationship.owner().name() + " from whose " + relationship.name() + " it was removed;"
                    + " both say the same relationship: change one of them, or both alike");
        }
        return heard.own;
    }

    private static @Nullable Object otherSide(RelationshipMapping relationship, Claims heard, @Nullable Object now) {
        if (heard.addedTo.size() > 1) {
            throw new RelationshipConflictException("a " + relationship.target().name() + " was added to "
                    + Reach.name(relationship) + " of two objects; it can have one only: remove it from the other");
        }
        if (heard.addedTo.isEmpty()) {
            return now == null || contains(heard.removedFrom, now) ? null : now;
        }
        return heard.addedTo.get(0);
    }

    private static RelationshipConflictException conflict(RelationshipMapping relationship, String said) {
        return new RelationshipConflictException("a " + relationship.target().name() + " was added to "
                + Reach.name(relationship) + " while its " + child(relationship) + " was set to " + said
                + "; both say the same relationship: change one of them, or both alike");
    }

    private static String child(RelationshipMapping relationship) {
        RelationshipMapping own = relationship.inverse();
        return own == null ? relationship.target().name() : Reach.name(own);
    }

    private static boolean contains(List<Object> objects, Object object) {
        return objects.stream().anyMatch(each -> each == object);
    }

    /** What is said of who a child's parent is. */
    private static final class Claims {
        private final List<Object> addedTo = new ArrayList<>();
        private final List<Object> removedFrom = new ArrayList<>();
        private boolean isChanged;
        private @Nullable Object own;
    }
}
