package io.athanor.orm.flush;

import io.athanor.EntityStateException;
import io.athanor.orm.mapping.EntityMapping;
import io.athanor.orm.mapping.Generation;
import io.athanor.orm.mapping.MappedColumn;
import io.athanor.orm.mapping.RelationshipMapping;
import io.athanor.orm.state.EntityState;
import io.athanor.orm.state.SessionState;
import io.athanor.orm.state.Unloaded;
import java.util.ArrayList;
import java.util.List;
import java.util.Objects;
import org.jspecify.annotations.Nullable;

/** Maps whose keys are an attribute of their members: the two have to agree. */
final class MapKeys {
    private MapKeys() {}

    /** Checks the maps of one who stays, as far as they or what is in them has changed; what is new has no state. */
    static void check(
            Object owner, EntityMapping<?> mapping, @Nullable EntityState state, SessionState session, Doomed doomed) {
        for (RelationshipMapping relationship : mapping.relationships()) {
            MappedColumn key = relationship.mapKey();
            boolean isLoaded = state == null || state.isLoaded(relationship);
            if (key != null && isLoaded && !Unloaded.is(relationship.get(owner))) {
                List<Object> members = new ArrayList<>(relationship.members(owner));
                List<@Nullable Object> keys = relationship.places(owner);
                for (int i = 0; i < members.size(); i++) {
                    Object member = members.get(i);
                    if (!doomed.hasEntity(member)
                            && isSaidNow(relationship, key, state, session.of(member), member, keys.get(i))) {
                        check(relationship, key, member, keys.get(i));
                    }
                }
            }
        }
    }

    private static void check(
            RelationshipMapping relationship, MappedColumn attribute, Object member, @Nullable Object key) {
        Object said = attribute.get(member);
        boolean isToBeMade = said == null && !(attribute.generation() instanceof Generation.Assigned);
        if (!isToBeMade && !Objects.equals(said, key)) {
            String target = relationship.target().name();
            throw new EntityStateException(Reach.name(relationship) + " has a " + target + " by a key that is not its "
                    + attribute.path() + ", as @MapKey says; put it there by its " + attribute.path()
                    + ", or change that");
        }
    }

    /** Whether the map or the member has changed since both were known to agree. */
    private static boolean isSaidNow(
            RelationshipMapping relationship,
            MappedColumn attribute,
            @Nullable EntityState owner,
            @Nullable EntityState member,
            Object entity,
            @Nullable Object key) {
        if (owner == null || member == null || member.row() == null || member.isChanged(attribute)) {
            return true;
        }
        int before = Members.indexOf(owner.members(relationship), entity);
        return before < 0 || !Objects.equals(owner.places(relationship).get(before), key);
    }
}
