package io.athanor.orm.flush;

import io.athanor.orm.mapping.EntityMapping;
import io.athanor.orm.mapping.RelationshipMapping;
import io.athanor.orm.mapping.RelationshipMapping.Kind;
import io.athanor.orm.state.EntityKey;
import io.athanor.orm.state.EntityState;
import io.athanor.orm.state.SessionState;
import java.util.Collections;
import java.util.IdentityHashMap;
import java.util.List;
import java.util.Objects;
import java.util.Set;
import org.jspecify.annotations.Nullable;

/**
 * The last step of a flush that has succeeded: makes objects and session what the database is now. Keys, versions and defaults go
 * into the objects, both sides of a relationship are said by both, and nothing loaded holds what was deleted.
 */
final class Synchronising {
    private final SessionState session;
    private final Changes changes;
    private final Set<Object> gone = Collections.newSetFromMap(new IdentityHashMap<>());

    private Synchronising(SessionState session, Changes changes) {
        this.session = session;
        this.changes = changes;
    }

    static void run(SessionState session, Changes changes) {
        new Synchronising(session, changes).run();
    }

    private void run() {
        forgetDeleted();
        changes.inserts().forEach(this::complete);
        changes.updates().forEach(this::complete);
        changes.references()
                .all()
                .forEach((entity, said) -> said.forEach((relationship, target) -> {
                    if (relationship.kind() == Kind.TO_ONE && !gone.contains(entity)) {
                        relationship.set(entity, target);
                    }
                }));
        changes.inserts().forEach(this::sayAtOtherSide);
        changes.updates().forEach(this::sayAtOtherSide);
        changes.links().forEach(link -> sayAtBothSides(link, true));
        changes.unlinks().forEach(link -> sayAtBothSides(link, false));
        if (!gone.isEmpty()) {
            session.all().forEach(this::dropGone);
        }
        changes.arranged().forEach(Synchronising::arrange);
        changes.inserts().forEach(this::written);
        changes.updates().forEach(this::written);
        for (EntityState state : session.all()) {
            remember(state);
        }
    }

    private static void arrange(Arranged arranged) {
        if (arranged.relationship().holder() == RelationshipMapping.Holder.LIST) {
            Members.arrange(arranged.owner(), arranged.relationship(), arranged.members());
        }
    }

    private void forgetDeleted() {
        for (RowChange row : changes.deletes()) {
            gone.add(row.entity());
            session.forget(Objects.requireNonNull(row.state()));
        }
        for (EntityState state : changes.dropped()) {
            gone.add(state.entity());
            session.forget(state);
        }
    }

    private void complete(RowChange row) {
        EntityState state = state(row);
        row.made().forEach((column, value) -> session.set(state, column, value));
    }

    private EntityState state(RowChange row) {
        EntityState known = session.of(row.entity());
        return known == null ? session.add(row.mapping(), row.entity()) : known;
    }

    private void written(RowChange row) {
        session.written(state(row), EntityKey.of(row.mapping(), row.key()));
    }

    /** Who refers to another is among those who refer to it, at that one's side, and no more at the side of the one before. */
    private void sayAtOtherSide(RowChange row) {
        for (RelationshipMapping own : row.mapping().relationships()) {
            RelationshipMapping inverse = own.inverse();
            if (own.kind() != Kind.TO_ONE || inverse == null) {
                continue;
            }
            Object parent = own.get(row.entity());
            EntityState state = row.state();
            if (state != null && state.isLoaded(own)) {
                for (Object before : state.members(own)) {
                    if (before != parent) {
                        loseAt(before, inverse, row.entity());
                    }
                }
            }
            if (parent != null && isHeardAt(parent, inverse)) {
                Members.add(parent, inverse, row.entity());
            }
        }
    }

    private void loseAt(Object owner, RelationshipMapping relationship, Object member) {
        if (isHeardAt(owner, relationship)) {
            Members.remove(owner, relationship, each -> each == member);
        }
    }

    private boolean isHeardAt(@Nullable Object owner, RelationshipMapping relationship) {
        EntityState state = owner == null ? null : session.of(owner);
        return state != null && Members.isLoaded(state, relationship);
    }

    private void sayAtBothSides(Link link, boolean isLinked) {
        if (link.relationship().kind() == Kind.ELEMENTS || link.isMoved()) {
            return;
        }
        Object owner = entity(link.owner(), link.relationship().owner());
        Object target = entity(link.target(), link.relationship().target());
        if (owner != null && target != null) {
            sayAt(owner, link.relationship(), target, isLinked);
            RelationshipMapping inverse = link.relationship().inverse();
            if (inverse != null) {
                sayAt(target, inverse, owner, isLinked);
            }
        }
    }

    private void sayAt(Object owner, RelationshipMapping relationship, Object member, boolean isMember) {
        if (!isMember) {
            loseAt(owner, relationship, member);
        } else if (isHeardAt(owner, relationship)) {
            Members.add(owner, relationship, member);
        }
    }

    private @Nullable Object entity(Keyed row, EntityMapping<?> mapping) {
        if (row instanceof RowChange change) {
            return change.entity();
        }
        EntityState state = session.find(EntityKey.of(mapping, row.key()));
        return state == null ? null : state.entity();
    }

    private void dropGone(EntityState state) {
        for (RelationshipMapping relationship : state.mapping().relationships()) {
            if (relationship.kind() != Kind.TO_ONE && Members.isLoaded(state, relationship)) {
                Members.remove(state.entity(), relationship, gone::contains);
            }
        }
    }

    private void remember(EntityState state) {
        for (RelationshipMapping relationship : state.mapping().related()) {
            if (Members.isLoaded(state, relationship)) {
                MapMembers.rekey(state.entity(), relationship);
                if (!isKept(state, relationship)) {
                    session.remember(state, relationship);
                }
            }
        }
    }

    private static boolean isKept(EntityState state, RelationshipMapping relationship) {
        List<Object> now = List.copyOf(relationship.members(state.entity()));
        List<Object> before = state.members(relationship);
        if (relationship.kind() == Kind.ELEMENTS) {
            return before.equals(now);
        }
        boolean isByKey = relationship.holder() == RelationshipMapping.Holder.MAP;
        return Members.isInOrder(now, before)
                && (!isByKey || relationship.places(state.entity()).equals(state.places(relationship)));
    }
}
