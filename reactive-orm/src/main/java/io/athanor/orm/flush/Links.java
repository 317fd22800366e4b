package io.athanor.orm.flush;

import io.athanor.orm.mapping.EntityMapping;
import io.athanor.orm.mapping.RelationshipMapping;
import io.athanor.orm.mapping.RelationshipMapping.Kind;
import io.athanor.orm.state.EntityState;
import io.athanor.orm.state.Unloaded;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.function.BiFunction;
import org.jspecify.annotations.Nullable;

/** Rows of join tables, from what was added to collections and removed from them at either side: each pair once. */
final class Links {
    private final Doomed doomed;
    private final BiFunction<RelationshipMapping, Object, Keyed> rowOf;
    private final Pairs added = new Pairs();
    private final Pairs removed = new Pairs();

    Links(Doomed doomed, BiFunction<RelationshipMapping, Object, Keyed> rowOf) {
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

    List<Link> added() {
        return links(added, false);
    }

    List<Link> removed() {
        return links(removed, true);
    }

    private List<Link> links(Pairs pairs, boolean mayBeDoomed) {
        List<Link> links = new ArrayList<>();
        pairs.each((relationship, owner, target) -> links.add(
                new Link(relationship, row(relationship, owner, mayBeDoomed), row(relationship, target, mayBeDoomed))));
        return links;
    }

    private Keyed row(RelationshipMapping relationship, Object entity, boolean mayBeDoomed) {
        if (mayBeDoomed) {
            List<Object> key = doomed.keyOf(entity);
            if (key != null) {
                return new Keyed.Stored(key);
            }
        }
        return rowOf.apply(relationship, entity);
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
    private interface Consumer {
        void take(RelationshipMapping relationship, Object owner, Object target);
    }
}
