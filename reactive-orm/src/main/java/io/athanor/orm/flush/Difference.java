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
    static Difference between(Collection<?> before, Collection<?> after) {
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
