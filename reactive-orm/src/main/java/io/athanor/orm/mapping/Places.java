package io.athanor.orm.mapping;

import io.athanor.ResultException;
import java.util.ArrayList;
import java.util.Collection;
import java.util.Collections;
import java.util.Iterator;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import org.jspecify.annotations.Nullable;

/** Members as maps. */
final class Places {
    private Places() {}

    /** The keys that members say themselves. */
    static List<@Nullable Object> byAttribute(Collection<?> members, MappedColumn key) {
        List<@Nullable Object> keys = new ArrayList<>(members.size());
        members.forEach(member -> keys.add(key.get(member)));
        return Collections.unmodifiableList(keys);
    }

    /** Each key has one member: a map that left one out would have it removed by the next flush. */
    static Map<@Nullable Object, Object> map(
            RelationshipMapping relationship, Collection<?> members, List<? extends @Nullable Object> keys) {
        Map<@Nullable Object, Object> map = new LinkedHashMap<>();
        Iterator<? extends @Nullable Object> key = keys.iterator();
        for (Object member : members) {
            Object other = map.put(key.next(), member);
            if (other != null && other != member) {
                throw new ResultException(
                        relationship + " leads to two " + relationship.target().name()
                                + " of one key, and a map holds one; make the attribute a List, or the key unique for each "
                                + relationship.owner().name());
            }
        }
        return map;
    }
}
