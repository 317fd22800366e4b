package io.athanor.orm.flush;

import io.athanor.orm.mapping.RelationshipMapping;
import java.util.HashMap;
import java.util.IdentityHashMap;
import java.util.Map;
import org.jspecify.annotations.Nullable;

/**
 * What to-one relationships lead to once both sides are heard, where that is not what the attribute says. A relationship that
 * only the side of the many knows is kept here under that side.
 */
final class References {
    private final IdentityHashMap<Object, Map<RelationshipMapping, @Nullable Object>> changed = new IdentityHashMap<>();

    void put(Object entity, RelationshipMapping relationship, @Nullable Object target) {
        changed.computeIfAbsent(entity, key -> new HashMap<>()).put(relationship, target);
    }

    /** What {@code relationship}, a to-one attribute of {@code entity}, leads to. */
    @Nullable
    Object target(Object entity, RelationshipMapping relationship) {
        Map<RelationshipMapping, @Nullable Object> its = changed.get(entity);
        return its != null && its.containsKey(relationship) ? its.get(relationship) : relationship.get(entity);
    }

    /** All that is said of {@code entity} here. */
    Map<RelationshipMapping, @Nullable Object> of(Object entity) {
        return changed.getOrDefault(entity, Map.of());
    }

    /** All of it, by entity. */
    Map<Object, Map<RelationshipMapping, @Nullable Object>> all() {
        return changed;
    }
}
