package io.athanor.orm.flush;

import io.athanor.EntityStateException;
import io.athanor.orm.mapping.EntityMapping;
import io.athanor.orm.mapping.EntityModel;
import io.athanor.orm.mapping.RelationshipMapping;
import io.athanor.orm.state.EntityState;
import io.athanor.orm.state.ReadOnly;
import io.athanor.orm.state.SessionState;
import io.athanor.orm.state.Status;
import io.athanor.orm.state.Unloaded;
import java.util.ArrayDeque;
import java.util.Deque;
import java.util.function.Predicate;
import org.jspecify.annotations.Nullable;

/**
 * The save-update cascade: new objects that the entities of a session lead to, over any relationship. It halts at what the
 * session knows already, since that is walked on its own account, and at detached objects, which are referred to by their
 * key.
 */
public final class Reach {
    private final SessionState session;
    private final EntityModel model;
    private final ObjectMap<EntityMapping<?>> found = new ObjectMap<>();
    private final Deque<Object> open = new ArrayDeque<>();

    private Reach(SessionState session, EntityModel model) {
        this.session = session;
        this.model = model;
    }

    /** New objects that are not part of the session, in the order in which they are met, and how they are mapped. */
    static ObjectMap<EntityMapping<?>> of(SessionState session, EntityModel model, Predicate<EntityState> isLeft) {
        Reach reach = new Reach(session, model);
        for (EntityState state : session.all()) {
            if (state.status() != Status.DELETED && !isLeft.test(state)) {
                reach.walk(state.entity(), state.mapping(), state);
            }
        }
        return reach.found;
    }

    /** Whether the next flush would find {@code entity} to be new. */
    public static boolean reaches(SessionState session, EntityModel model, Object entity) {
        return of(session, model, state -> false).has(entity);
    }

    private void walk(Object entity, EntityMapping<?> mapping, @Nullable EntityState state) {
        follow(entity, mapping, state);
        for (Object next = open.poll(); next != null; next = open.poll()) {
            EntityMapping<?> its = found.get(next);
            if (its != null) {
                follow(next, its, null);
            }
        }
    }

    private void follow(Object entity, EntityMapping<?> mapping, @Nullable EntityState state) {
        for (RelationshipMapping relationship : mapping.relationships()) {
            if (Unloaded.is(relationship.get(entity))) {
                continue;
            }
            if (state != null
                    && !state.isLoaded(relationship)
                    && relationship.holder() != RelationshipMapping.Holder.ONE) {
                throw new EntityStateException(
                        name(relationship) + " was replaced but never loaded, so what it led to is"
                                + " not known; load it first, then change the collection it holds");
            }
            for (Object member : relationship.members(entity)) {
                meet(relationship, member);
            }
            if (relationship.place() != null && relationship.place().entity() != null) {
                relationship.places(entity).forEach(key -> meet(relationship, key));
            }
        }
    }

    private void meet(RelationshipMapping relationship, @Nullable Object member) {
        if (member == null) {
            throw new EntityStateException(name(relationship) + " has a null in it; a member is an entity");
        }
        if (session.of(member) != null || session.isKnownOutside(member) || found.has(member)) {
            return;
        }
        EntityMapping<?> mapping = model.mapping(member.getClass());
        if (mapping.isRecord()) {
            requireKey(relationship, mapping, member);
        } else if (Newness.isNew(mapping, member)) {
            found.put(member, mapping);
            open.add(member);
        }
    }

    /** A record stands for its row, whoever made it; it is never inserted. */
    private static void requireKey(RelationshipMapping relationship, EntityMapping<?> mapping, Object member) {
        if (mapping.key(member) == null) {
            throw ReadOnly.error(
                    mapping, "cannot be added, and this one, at " + name(relationship) + ", has no key of a row");
        }
    }

    static String name(RelationshipMapping relationship) {
        return relationship.owner().name() + "." + relationship.name();
    }
}
