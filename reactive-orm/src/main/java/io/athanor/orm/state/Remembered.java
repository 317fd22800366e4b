package io.athanor.orm.state;

import io.athanor.orm.mapping.MemberPlace;
import io.athanor.orm.mapping.RelationshipMapping;
import java.util.ArrayList;
import java.util.Collection;
import java.util.Collections;
import java.util.List;
import org.jspecify.annotations.Nullable;

/**
 * What a relationship led to when it was last loaded or written. Immutable.
 *
 * @param members the members, in order
 * @param places where each of them was, if they are placed: its index in the database, or the key that a map had it by
 */
record Remembered(List<Object> members, List<@Nullable Object> places) {
    static final Remembered NOTHING = new Remembered(List.of(), List.of());

    static Remembered of(Collection<?> members, List<? extends @Nullable Object> places) {
        return new Remembered(
                List.copyOf(members), Collections.unmodifiableList(new ArrayList<@Nullable Object>(places)));
    }

    /** What the attribute of {@code entity} holds, which is what the database has now. Who is where they were has kept the index. */
    Remembered written(RelationshipMapping relationship, Object entity) {
        Remembered now = of(relationship.members(entity), relationship.places(entity));
        return isIndexed(relationship) && isSame(now.members) ? this : now;
    }

    /** The same without those that are no longer in the attribute: the others have kept their indexes. */
    Remembered left(RelationshipMapping relationship, Object entity) {
        Remembered now = of(relationship.members(entity), relationship.places(entity));
        if (!isIndexed(relationship)) {
            return now;
        }
        List<@Nullable Object> indexes = new ArrayList<>();
        int next = 0;
        for (Object member : now.members) {
            while (next < members.size() && members.get(next) != member) {
                next++;
            }
            indexes.add(next < places.size() ? places.get(next) : null);
            next++;
        }
        return of(now.members, indexes);
    }

    private static boolean isIndexed(RelationshipMapping relationship) {
        return relationship.place() != null && relationship.place().kind() == MemberPlace.Kind.INDEX;
    }

    private boolean isSame(List<Object> others) {
        if (members.size() != others.size()) {
            return false;
        }
        for (int i = 0; i < others.size(); i++) {
            if (members.get(i) != others.get(i)) {
                return false;
            }
        }
        return true;
    }
}
