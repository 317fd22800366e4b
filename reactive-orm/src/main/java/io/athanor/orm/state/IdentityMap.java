package io.athanor.orm.state;

import io.athanor.IdentityConflictException;
import java.util.HashMap;
import java.util.IdentityHashMap;
import java.util.List;
import java.util.Map;
import org.jspecify.annotations.Nullable;

/** Entities by object and by key: one object for each key. Confined to its {@link SessionState}. */
final class IdentityMap {
    private final Map<EntityKey, EntityState> byKey = new HashMap<>();
    private final InOrder inOrder = new InOrder();
    /** Made when it is first asked for: who only reads never does. */
    private @Nullable IdentityHashMap<Object, EntityState> byObject;

    @Nullable
    EntityState find(EntityKey key) {
        return byKey.get(key);
    }

    @Nullable
    EntityState of(Object entity) {
        return objects().get(entity);
    }

    private IdentityHashMap<Object, EntityState> objects() {
        IdentityHashMap<Object, EntityState> objects = byObject;
        if (objects == null) {
            List<EntityState> all = inOrder.all();
            objects = new IdentityHashMap<>(Math.max(32, all.size()));
            for (EntityState state : all) {
                objects.put(state.entity(), state);
            }
            byObject = objects;
        }
        return objects;
    }

    List<EntityState> all() {
        return inOrder.all();
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
        if (inOrder.add(state) && byObject != null) {
            byObject.put(state.entity(), state);
        }
    }

    void remove(EntityState state) {
        EntityKey key = state.key();
        if (key != null) {
            byKey.remove(key, state);
        }
        if (inOrder.remove(state) && byObject != null) {
            byObject.remove(state.entity());
        }
    }

    /** The entity has another key than {@code before}, or its first. */
    void rekey(EntityState state, @Nullable EntityKey before) {
        if (before != null) {
            byKey.remove(before, state);
        }
        put(state);
    }
}
