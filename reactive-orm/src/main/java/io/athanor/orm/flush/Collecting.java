package io.athanor.orm.flush;

import io.athanor.orm.mapping.Cascade;
import io.athanor.orm.mapping.EntityMapping;
import io.athanor.orm.mapping.EntityModel;
import io.athanor.orm.mapping.RelationshipMapping;
import io.athanor.orm.mapping.RelationshipMapping.Kind;
import io.athanor.orm.state.EntityState;
import io.athanor.orm.state.SessionState;
import io.athanor.orm.state.Status;
import java.util.ArrayList;
import java.util.List;
import java.util.Objects;
import org.jspecify.annotations.Nullable;
import reactor.core.publisher.Flux;
import reactor.core.publisher.Mono;

/** The first step of a flush: what has changed. Looks at every entity of the session; changes nothing. */
final class Collecting {
    private final SessionState session;
    private final EntityModel model;
    private final Loading loading;
    private final Doomed doomed;

    private Collecting(SessionState session, EntityModel model, Loading loading) {
        this.session = session;
        this.model = model;
        this.loading = loading;
        this.doomed = new Doomed(session, loading);
    }

    static Mono<Changes> of(SessionState session, EntityModel model, Loading loading) {
        return Mono.defer(() -> {
            Collecting collecting = new Collecting(session, model, loading);
            return collecting.doomed.add(collecting.deleted()).then(Mono.defer(collecting::hear));
        });
    }

    private List<EntityState> deleted() {
        return session.all().stream()
                .filter(state -> state.status() == Status.DELETED)
                .toList();
    }

    /** Who has lost an owner without whom it cannot be is deleted, which may make others lose theirs: until there are none. */
    private Mono<Changes> hear() {
        synchronized (session.monitor()) { // a cancel rolls objects back on any thread
            return session.isOver() ? Mono.empty() : heard();
        }
    }

    private Mono<Changes> heard() {
        ObjectMap<EntityMapping<?>> found = Reach.of(session, model, doomed::has);
        Sides sides = new Sides();
        for (EntityState state : left()) {
            sides.hearOwner(state.entity(), state.mapping(), seenAs(state));
            sides.hearChild(state.entity(), state.mapping(), seenAs(state));
        }
        doomed.stored().forEach(sides::hearDoomed);
        for (Object entity : found.objects()) {
            EntityMapping<?> mapping = Objects.requireNonNull(found.get(entity));
            sides.hearOwner(entity, mapping, null);
            sides.hearChild(entity, mapping, null);
        }
        sides.decide();
        List<EntityState> orphans = orphans(sides);
        if (!orphans.isEmpty()) {
            return doomed.add(orphans).then(Mono.defer(this::hear));
        }
        UnreadLists unread = unread(found, sides.references());
        if (!unread.owners().isEmpty()) {
            return Flux.fromIterable(unread.owners().entrySet())
                    .concatMap(entry -> loading.load(entry.getKey(), List.copyOf(entry.getValue())))
                    .then(Mono.defer(this::hear));
        }
        Partings partings = Partings.of(session, doomed, sides.references());
        return Mono.just(new RowChanges(session, doomed, found, sides.references()).changes(partings));
    }

    private UnreadLists unread(ObjectMap<EntityMapping<?>> found, References references) {
        UnreadLists unread = new UnreadLists(session, references);
        left().forEach(state -> unread.hear(state.entity(), state.mapping(), seenAs(state)));
        found.objects().forEach(entity -> unread.hear(entity, Objects.requireNonNull(found.get(entity)), null));
        return unread;
    }

    private List<EntityState> left() {
        return session.all().stream().filter(state -> !doomed.has(state)).toList();
    }

    /** Of a new entity nothing is known. */
    private static @Nullable EntityState seenAs(EntityState state) {
        return state.status() == Status.PENDING ? null : state;
    }

    private List<EntityState> orphans(Sides sides) {
        List<EntityState> orphans = new ArrayList<>();
        for (Sides.Orphan orphan : sides.orphans()) {
            if (orphan.relationship().cascades().contains(Cascade.DELETE_ORPHAN)) {
                addStored(orphan.entity(), orphans);
            }
        }
        for (EntityState state : left()) {
            for (RelationshipMapping relationship : state.mapping().relationships()) {
                if (loosens(relationship) && state.status() == Status.PERSISTENT && state.isLoaded(relationship)) {
                    Difference.between(relationship.members(state.entity()), state.members(relationship))
                            .added()
                            .forEach(lost -> addStored(lost, orphans));
                }
            }
        }
        return orphans;
    }

    /** Whether who is no longer referred to is deleted, though it does not itself say by whom it is. */
    private static boolean loosens(RelationshipMapping relationship) {
        return relationship.cascades().contains(Cascade.DELETE_ORPHAN)
                && (relationship.kind() == Kind.TO_ONE || relationship.joinTable() != null);
    }

    private void addStored(Object entity, List<EntityState> orphans) {
        EntityState state = session.of(entity);
        if (state != null && state.status() == Status.PERSISTENT && !doomed.has(state)) {
            orphans.add(state);
        }
    }
}
