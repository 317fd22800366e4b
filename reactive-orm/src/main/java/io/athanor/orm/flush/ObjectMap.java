package io.athanor.orm.flush;

import java.util.ArrayList;
import java.util.IdentityHashMap;
import java.util.List;
import org.jspecify.annotations.Nullable;

/** Something for each of some objects, in the order in which they came. Objects are told apart by identity, not by equals. */
final class ObjectMap<V> {
    private final List<Object> order = new ArrayList<>();
    private final IdentityHashMap<Object, V> values = new IdentityHashMap<>();

    void put(Object object, V value) {
        if (values.put(object, value) == null) {
            order.add(object);
        }
    }

    @Nullable
    V get(Object object) {
        return values.get(object);
    }

    boolean has(Object object) {
        return values.containsKey(object);
    }

    List<Object> objects() {
        return List.copyOf(order);
    }

    List<V> values() {
        List<V> all = new ArrayList<>(order.size());
        for (Object object : order) {
            V value = values.get(object);
            if (value != null) {
                all.add(value);
            }
        }
        return all;
    }
}
