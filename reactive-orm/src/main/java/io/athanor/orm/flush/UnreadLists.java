package io.athanor.orm.flush;

import io.athanor.orm.mapping.EntityMapping;
import io.athanor.orm.mapping.MemberPlace;
import io.athanor.orm.mapping.RelationshipMapping;
import io.athanor.orm.mapping.RelationshipMapping.Kind;
import io.athanor.orm.state.EntityState;
import io.athanor.orm.state.SessionState;
import io.athanor.orm.state.Status;
import io.athanor.orm.state.Unloaded;
import java.util.LinkedHashMap;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import org.jspecify.annotations.Nullable;

/**
 * Lists with indexes in columns that somebody comes to by the other side alone, and that are not loaded: their ends have to be
 * known.
 */
final class UnreadLists {
    private final SessionState session;
    private final References references;
    private final Map<RelationshipMapping, Set<EntityState>> owners = new LinkedHashMap<>();

    UnreadLists(SessionState session, References references) {
        this.session = session;
        this.references = references;
    }

    /** Hears the side that has no indexes; what is new has no state. */
    void hear(Object entity, EntityMapping<?> mapping, @Nullable EntityState state) {
        for (RelationshipMapping own : mapping.relationships()) {
            RelationshipMapping list = own.inverse();
            MemberPlace place = list == null ? null : list.place();
            if (list == null || place == null || place.kind() != MemberPlace.Kind.INDEX) {
                continue;
            }
            List<Object> before = state == null ? List.of() : state.members(own);
            if (own.kind() == Kind.TO_ONE) {
                Object owner = references.target(entity, own);
                if (owner != null && !Members.contains(before, owner)) {
                    add(list, owner);
                }
            } else if ((state == null || state.isLoaded(own)) && !Unloaded.is(own.get(entity))) {
                Difference.between(before, own.members(entity)).added().forEach(owner -> add(list, owner));
            }
        }
    }

    private void add(RelationshipMapping list, Object owner) {
        EntityState state = session.of(owner);
        if (state != null && state.status() == Status.PERSISTENT && !state.isLoaded(list)) {
            owners.computeIfAbsent(list, key -> new LinkedHashSet<>()).add(state);
        }
    }

    Map<RelationshipMapping, Set<EntityState>> owners() {
        return owners;
    }
}
