package io.athanor.orm.state;

import io.athanor.IdentityConflictException;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.IdentityHashMap;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import org.jspecify.annotations.Nullable;

/** Entities by object and by key: one object for each key. Confined to its {@link SessionState}. */
final class IdentityMap {
    private final Map<EntityKey, EntityState> byKey = new HashMap<>();
    private final IdentityHashMap<Object, EntityState> byObject = new IdentityHashMap<>();
    private final Set<EntityState> inOrder = new LinkedHashSet<>();

    @Nullable
    EntityState find(EntityKey key) {
        return byKey.get(key);
    }

    @Nullable
    EntityState of(Object entity) {
        return byObject.get(entity);
    }

    List<EntityState> all() {
        return new ArrayList<>(inOrder);
    }

    void put(EntityState state) {
        EntityKey key = state.key();
        if (key != null) {
            EntityState other = byKey.putIfAbsent(key, state);
            if (other != null && other != state) {
                throw new IdentityConflictException("the session has another "
                        + state.mapping().name() + " of this key; change that one, or merge this one");
            }
        }
        byObject.put(state.entity(), state);
        inOrder.add(state);
    }

    void remove(EntityState state) {
        EntityKey key = state.key();
        if (key != null) {
            byKey.remove(key, state);
        }
        byObject.remove(state.entity());
        inOrder.remove(state);
    }

    /** The entity has another key than {@code before}, or its first. */
    void rekey(EntityState state, @Nullable EntityKey before) {
        if (before != null) {
            byKey.remove(before, state);
        }
        put(state);
    }
}
