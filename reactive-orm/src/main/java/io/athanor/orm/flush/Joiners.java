package io.athanor.orm.flush;

import io.athanor.orm.mapping.RelationshipMapping;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.IdentityHashMap;
import java.util.List;
import java.util.Map;

/** Who comes to a collection because the other side says so, in the order in which it was heard. */
final class Joiners {
    private final IdentityHashMap<Object, Map<RelationshipMapping, List<Object>>> byOwner = new IdentityHashMap<>();

    void add(RelationshipMapping relationship, Object owner, Object member) {
        byOwner.computeIfAbsent(owner, key -> new HashMap<>())
                .computeIfAbsent(relationship, key -> new ArrayList<>())
                .add(member);
    }

    List<Object> of(RelationshipMapping relationship, Object owner) {
        return byOwner.getOrDefault(owner, Map.of()).getOrDefault(relationship, List.of());
    }
}
