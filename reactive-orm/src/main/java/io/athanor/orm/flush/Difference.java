package io.athanor.orm.flush;

import java.util.ArrayList;
import java.util.Collection;
import java.util.Collections;
import java.util.IdentityHashMap;
import java.util.List;
import java.util.Set;

/**
 * What a collection has that another has not. Entities are told apart by identity.
 *
 * @param added the objects, each once
 */
record Difference(List<Object> added) {
    private static final Difference NONE = new Difference(List.of());
    private static final int FEW = 8;

    static Difference between(Collection<?> before, Collection<?> after) {
        if (after.isEmpty()) {
            return NONE;
        }
        return before.size() <= FEW && after.size() <= FEW ? betweenFew(before, after) : betweenMany(before, after);
    }

    private static Difference betweenFew(Collection<?> before, Collection<?> after) {
        List<Object> added = new ArrayList<>(0);
        for (Object each : after) {
            if (!has(before, each) && !has(added, each)) {
                added.add(each);
            }
        }
        return added.isEmpty() ? NONE : new Difference(added);
    }

    private static boolean has(Collection<?> objects, Object one) {
        for (Object each : objects) {
            if (each == one) {
                return true;
            }
        }
        return false;
    }

    private static Difference betweenMany(Collection<?> before, Collection<?> after) {
        Set<Object> known = Collections.newSetFromMap(new IdentityHashMap<>());
        known.addAll(before);
        List<Object> added = new ArrayList<>();
        for (Object each : after) {
            if (known.add(each)) {
                added.add(each);
            }
        }
        return new Difference(added);
    }
}
