package io.athanor.orm;

import io.athanor.EntityStateException;
import io.athanor.IdentityConflictException;
import io.athanor.orm.flush.Newness;
import io.athanor.orm.flush.Reach;
import io.athanor.orm.mapping.Cascade;
import io.athanor.orm.mapping.EntityMapping;
import io.athanor.orm.mapping.EntityModel;
import io.athanor.orm.mapping.RelationshipMapping;
import io.athanor.orm.state.EntityKey;
import io.athanor.orm.state.EntityState;
import io.athanor.orm.state.ReadOnly;
import io.athanor.orm.state.SessionState;
import io.athanor.orm.state.Status;
import io.athanor.orm.state.Unloaded;
import java.util.List;

/** Which objects are part of a session. Nothing here asks the database. */
final class Membership {
    private final SessionState session;
    private final EntityModel model;

    Membership(SessionState session, EntityModel model) {
        this.session = session;
        this.model = model;
    }

    void add(Object entity) {
        EntityState known = session.of(entity);
        if (known != null) {
            if (known.status() == Status.DELETED) {
                session.keep(known);
            }
            return;
        }
        EntityMapping<?> mapping = model.mapping(entity.getClass());
        if (mapping.isRecord()) {
            throw ReadOnly.error(mapping, "cannot be added; insert its row by a statement");
        }
        if (!session.isTracking()) {
            throw new EntityStateException(
                    "a read-only session writes nothing: add the " + mapping.name() + " in a session of its own");
        }
        if (!Newness.isNew(mapping, entity)) {
            throw new EntityStateException("this " + mapping.name()
                    + " has a generated key: it is detached, or of another session; use what merge(...) gives");
        }
        requireFreeKey(mapping, entity);
        session.add(mapping, entity);
    }

    private void requireFreeKey(EntityMapping<?> mapping, Object entity) {
        List<Object> key = mapping.key(entity);
        EntityState other = key == null ? null : session.find(EntityKey.of(mapping, key));
        if (other != null && other.status() != Status.DELETED) {
            throw new IdentityConflictException(
                    "the session has another " + mapping.name() + " of this key; change that one, or merge this one");
        }
    }

    void delete(Object entity) {
        if (entity instanceof Record) {
            throw ReadOnly.error(model.mapping(entity.getClass()), "cannot be deleted; delete its row by a statement");
        }
        EntityState state = session.of(entity);
        if (state == null) {
            EntityMapping<?> mapping = model.mapping(entity.getClass());
            throw new EntityStateException(
                    Newness.isNew(mapping, entity)
                            ? "this " + mapping.name() + " was not saved, so there is no row to delete; just let it go"
                            : "this " + mapping.name()
                                    + " is not part of the session; get it from the session, or delete what merge(...) gives");
        }
        if (state.status() == Status.PENDING) {
            session.forget(state);
        } else {
            session.delete(state);
        }
    }

    void detach(Object entity) {
        EntityState state = session.of(entity);
        if (state == null) {
            return;
        }
        session.forget(state);
        for (RelationshipMapping relationship : state.mapping().relationships()) {
            if (relationship.cascades().contains(Cascade.DETACH) && !Unloaded.is(relationship.get(entity))) {
                List.copyOf(relationship.members(entity)).forEach(this::detach);
            }
        }
    }

    boolean contains(Object entity) {
        EntityState state = session.of(entity);
        return state == null
                ? session.isTracking() && Reach.reaches(session, model, entity)
                : state.status() != Status.DELETED;
    }
}
