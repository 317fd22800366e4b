package io.athanor.orm.flush;

import io.athanor.orm.flush.Arranged.Spot;
import io.athanor.orm.mapping.EntityMapping;
import io.athanor.orm.mapping.RelationshipMapping;
import io.athanor.orm.mapping.RelationshipMapping.Kind;
import io.athanor.orm.state.EntityState;
import io.athanor.orm.state.Unloaded;
import java.util.ArrayList;
import java.util.Collections;
import java.util.IdentityHashMap;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Set;
import org.jspecify.annotations.Nullable;

/** Rows of join tables, from what was added to collections and removed from them at either side: each pair once. */
final class Links {
    private final Doomed doomed;
    private final Rows rowOf;
    private final Pairs added = new Pairs();
    private final Pairs removed = new Pairs();
    /** Whose collections say all of their rows themselves. */
    private final Pairs handled = new Pairs();

    private final List<Link> placed = new ArrayList<>();
    private final List<Link> displaced = new ArrayList<>();
    private final Map<RelationshipMapping, List<List<Object>>> emptied = new LinkedHashMap<>();

    Links(Doomed doomed, Rows rowOf) {
        this.doomed = doomed;
        this.rowOf = rowOf;
    }

    /** Hears the collections of one who stays; what is new has no state. */
    void hear(Object entity, EntityMapping<?> mapping, @Nullable EntityState state) {
        for (RelationshipMapping relationship : mapping.relationships()) {
            boolean isKnown = state == null || state.isLoaded(relationship);
            if (relationship.joinTable() != null && isKnown && !Unloaded.is(relationship.get(entity))) {
                List<Object> now = relationship.members(entity).stream()
                        .<Object>map(member -> member)
                        .filter(member -> !doomed.hasEntity(member))
                        .toList();
                List<Object> before = state == null ? List.of() : state.members(relationship);
                Difference.between(before, now).added().forEach(other -> add(added, relationship, entity, other));
                Difference.between(now, before).added().forEach(other -> add(removed, relationship, entity, other));
            }
        }
    }

    private static void add(Pairs pairs, RelationshipMapping relationship, Object entity, Object other) {
        if (relationship.kind() == Kind.MANY_BY_TABLE) {
            pairs.add(relationship, entity, other);
        } else {
            pairs.add(Objects.requireNonNull(relationship.inverse()), other, entity);
        }
    }

    /** The places in this collection are kept, and {@link #arrange} will tell them. */
    void handle(RelationshipMapping relationship, Object owner) {
        handled.add(relationship, owner, owner);
    }

    boolean isRemoved(RelationshipMapping relationship, Object owner, Object target) {
        return removed.has(relationship, owner, target);
    }

    /** Who was added to a collection with places, and is told here by whichever side. */
    void eachPlaced(Consumer consumer) {
        added.each((relationship, owner, target) -> {
            if (relationship.place() != null) {
                consumer.take(relationship, owner, target);
            }
        });
    }

    /** Takes the rows of a collection whose places have changed. What is known to have no place cannot be found by it. */
    void arrange(Arranged arranged) {
        if (arranged.relationship().joinTable() == null) {
            return;
        }
        boolean isUnknown = arranged.removed().stream().anyMatch(spot -> spot.place() == null);
        if (isUnknown) {
            emptied.computeIfAbsent(arranged.relationship(), key -> new ArrayList<>())
                    .add(row(arranged.relationship(), arranged.owner(), false).key());
        } else {
            arranged.removed().forEach(spot -> displaced.add(link(arranged, spot, true)));
        }
        (isUnknown ? arranged.now() : arranged.added()).forEach(spot -> placed.add(link(arranged, spot, false)));
    }

    private Link link(Arranged arranged, Spot spot, boolean mayBeDoomed) {
        RelationshipMapping relationship = arranged.relationship();
        Object place = Objects.requireNonNull(spot.place());
        EntityMapping<?> ofKey = arranged.place().entity();
        return new Link(
                relationship,
                row(relationship, arranged.owner(), mayBeDoomed),
                row(relationship, spot.member(), mayBeDoomed),
                ofKey == null ? new Keyed.Stored(List.of(place)) : rowOfKey(relationship, ofKey, place, mayBeDoomed),
                arranged.keeps(spot.member()));
    }

    private Keyed rowOfKey(RelationshipMapping relationship, EntityMapping<?> ofKey, Object key, boolean mayBeDoomed) {
        List<Object> gone = mayBeDoomed ? doomed.keyOf(key) : null;
        return gone == null ? rowOf.of(relationship, ofKey, key) : new Keyed.Stored(gone);
    }

    List<Link> added() {
        List<Link> all = new ArrayList<>(links(added, false));
        all.addAll(placed);
        return all;
    }

    List<Link> removed() {
        List<Link> all = new ArrayList<>(links(removed, true));
        all.addAll(displaced);
        return all;
    }

    List<Emptying> emptied() {
        List<Emptying> all = new ArrayList<>();
        emptied.forEach((relationship, owners) -> all.add(new Emptying(relationship, owners)));
        return all;
    }

    /** Those who write a join table, and for whom it has changed. */
    List<Object> owners() {
        Set<Object> owners = Collections.newSetFromMap(new IdentityHashMap<>());
        added.each((relationship, owner, target) -> owners.add(owner));
        removed.each((relationship, owner, target) -> owners.add(owner));
        return List.copyOf(owners);
    }

    private List<Link> links(Pairs pairs, boolean mayBeDoomed) {
        List<Link> links = new ArrayList<>();
        pairs.each((relationship, owner, target) -> {
            if (!handled.has(relationship, owner, owner)) {
                links.add(new Link(
                        relationship, row(relationship, owner, mayBeDoomed), row(relationship, target, mayBeDoomed)));
            }
        });
        return links;
    }

    private Keyed row(RelationshipMapping relationship, Object entity, boolean mayBeDoomed) {
        if (mayBeDoomed) {
            List<Object> key = doomed.keyOf(entity);
            if (key != null) {
                return new Keyed.Stored(key);
            }
        }
        return rowOf.of(relationship, relationship.target(), entity);
    }

    /** Pairs of entities by relationship, each once. */
    private static final class Pairs {
        private final Map<RelationshipMapping, ObjectMap<ObjectMap<Boolean>>> all = new LinkedHashMap<>();

        void add(RelationshipMapping relationship, Object owner, Object target) {
            ObjectMap<ObjectMap<Boolean>> byOwner = all.computeIfAbsent(relationship, key -> new ObjectMap<>());
            ObjectMap<Boolean> targets = byOwner.get(owner);
            if (targets == null) {
                targets = new ObjectMap<>();
                byOwner.put(owner, targets);
            }
            targets.put(target, true);
        }

        boolean has(RelationshipMapping relationship, Object owner, Object target) {
            ObjectMap<ObjectMap<Boolean>> byOwner = all.get(relationship);
            ObjectMap<Boolean> targets = byOwner == null ? null : byOwner.get(owner);
            return targets != null && targets.has(target);
        }

        void each(Consumer consumer) {
            all.forEach((relationship, byOwner) -> {
                for (Object owner : byOwner.objects()) {
                    for (Object target :
                            Objects.requireNonNull(byOwner.get(owner)).objects()) {
                        consumer.take(relationship, owner, target);
                    }
                }
            });
        }
    }

    /** Takes a pair. */
    interface Consumer {
        void take(RelationshipMapping relationship, Object owner, Object target);
    }
}
