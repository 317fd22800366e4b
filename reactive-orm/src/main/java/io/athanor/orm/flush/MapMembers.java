package io.athanor.orm.flush;

import io.athanor.orm.mapping.MappedColumn;
import io.athanor.orm.mapping.RelationshipMapping;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import org.jspecify.annotations.Nullable;

/** Changes the maps of objects, in place where they can be changed. */
final class MapMembers {
    private MapMembers() {}

    static Map<@Nullable Object, Object> copy(Object entity, RelationshipMapping relationship) {
        Map<@Nullable Object, Object> map = new LinkedHashMap<>();
        List<@Nullable Object> keys = relationship.places(entity);
        List<Object> members = new ArrayList<>(relationship.members(entity));
        for (int i = 0; i < members.size(); i++) {
            map.put(keys.get(i), members.get(i));
        }
        return map;
    }

    /** The key of a member that says it itself. */
    static @Nullable Object key(RelationshipMapping relationship, Object member) {
        return Objects.requireNonNull(relationship.mapKey(), relationship::toString)
                .get(member);
    }

    /** Has each member by the key that it says now: it may have been made since. */
    static void rekey(Object entity, RelationshipMapping relationship) {
        MappedColumn key = relationship.mapKey();
        if (key == null) {
            return;
        }
        boolean agrees = true;
        Map<@Nullable Object, Object> map = new LinkedHashMap<>();
        for (Map.Entry<@Nullable Object, Object> entry :
                copy(entity, relationship).entrySet()) {
            Object said = key.get(entry.getValue());
            agrees = agrees && Objects.equals(said, entry.getKey());
            map.put(said, entry.getValue());
        }
        if (!agrees) {
            write(entity, relationship, map);
        }
    }

    @SuppressWarnings("unchecked") // keys and members are the relationship's
    static void write(Object entity, RelationshipMapping relationship, Map<@Nullable Object, Object> map) {
        if (relationship.get(entity) instanceof Map<?, ?> held) {
            try {
                held.clear();
                ((Map<@Nullable Object, Object>) held).putAll(map);
                return;
            } catch (UnsupportedOperationException immutable) {
                // a new one takes its place
            }
        }
        relationship.set(entity, map);
    }
}
