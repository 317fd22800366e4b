package io.athanor.orm.load;

import io.athanor.ResultException;
import io.athanor.orm.load.OwnedSelection.Owned;
import io.athanor.orm.load.References.Reference;
import io.athanor.orm.load.Trace.Found;
import io.athanor.orm.mapping.Cascade;
import io.athanor.orm.mapping.EntityMapping;
import io.athanor.orm.mapping.Load.Strategy;
import io.athanor.orm.mapping.MemberPlace;
import io.athanor.orm.mapping.RelationshipLoad;
import io.athanor.orm.mapping.RelationshipMapping;
import io.athanor.orm.mapping.RelationshipMapping.Holder;
import io.athanor.orm.mapping.RelationshipMapping.Kind;
import io.athanor.orm.state.EntityKey;
import io.athanor.orm.state.EntityState;
import io.athanor.orm.state.SessionState;
import io.athanor.orm.state.Snapshot;
import io.athanor.sql.Select;
import java.util.ArrayList;
import java.util.Collection;
import java.util.Collections;
import java.util.IdentityHashMap;
import java.util.LinkedHashMap;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import org.jspecify.annotations.Nullable;
import reactor.core.publisher.Flux;
import reactor.core.publisher.Mono;

/**
 * Loads what rows have led to, level by level: first what was asked for, one statement for each relationship, then the
 * references of all that was found, one statement for each entity that is referred to. What the session knows is not asked
 * for: that is what ends it. After SQLAlchemy's select-in loading, which asks again for what it knows.
 */
final class Completion {
    private final Pass pass;
    private final SessionState session;
    private final Shapes shapes;
    private final KeyChunks chunks;
    private final Work work;
    private final boolean overwriting;
    private final Map<Ask, Select<?>> origins;
    /** Whose references this completion sees to. */
    private final Set<EntityState> mine = Collections.newSetFromMap(new IdentityHashMap<>());

    /**
     * The completion of {@code work}.
     *
     * @param origins the queries whose owners a relationship is loaded for by subquery
     */
    Completion(Pass pass, Work work, Map<Ask, Select<?>> origins) {
        this.pass = pass;
        this.session = pass.loading().session();
        this.shapes = pass.loading().shapes();
        this.chunks = pass.loading().chunks();
        this.work = work;
        this.overwriting = pass.overwriting();
        this.origins = origins;
    }

    /** Completes when nothing is left to be loaded. */
    Mono<Void> run() {
        return Mono.defer(() -> work.isDone()
                ? Mono.empty()
                : Mono.defer(this::next).repeat(() -> !work.isDone()).then());
    }

    private Mono<Void> next() {
        Map<Ask, Map<EntityState, Members>> joined = work.takeJoined();
        Set<EntityKey> keys = new LinkedHashSet<>();
        joined.values().forEach(owners -> owners.values().forEach(members -> keys.addAll(members.keys())));
        return keys.isEmpty() ? Mono.defer(() -> after(joined)) : mapKeys(keys).then(Mono.defer(() -> after(joined)));
    }

    private Mono<Void> after(Map<Ask, Map<EntityState, Members>> joined) {
        joined.forEach((ask, owners) -> owners.forEach((owner, members) -> {
            if (mayLoad(owner, ask.relationship())) {
                assign(owner, ask.relationship(), members);
            }
        }));
        Map.Entry<Ask, Set<EntityState>> asked = work.takeAsked();
        return asked == null ? references(work.takeFound()) : asked(asked.getKey(), asked.getValue());
    }

    private boolean mayLoad(EntityState owner, RelationshipMapping relationship) {
        return overwriting || !owner.isLoaded(relationship);
    }

    private Mono<Void> asked(Ask ask, Collection<EntityState> owners) {
        if (ask.load() != null && ask.load().strategy() == Strategy.TREE) {
            if (pass.loading().recurs()) {
                return ask.relationship().kind() == Kind.TO_ONE ? ancestors(ask, owners) : tree(ask, owners);
            }
            owners.forEach(owner -> work.ask(Ask.of(ask.load().levelByLevel()), owner));
            return Mono.empty();
        }
        List<EntityState> open = owners.stream()
                .filter(owner -> mayLoad(owner, ask.relationship()))
                .toList();
        List<EntityState> known = owners.stream()
                .filter(owner -> !mayLoad(owner, ask.relationship()))
                .toList();
        known.forEach(owner -> goOn(ask, owner));
        if (open.isEmpty()) {
            return Mono.empty();
        }
        return ask.relationship().kind() == Kind.TO_ONE ? byReference(ask, open) : byOwner(ask, open);
    }

    /** Asks for what is nested, of members that are there already. */
    private void goOn(Ask ask, EntityState owner) {
        if (ask.nested().isEmpty() || ask.relationship().kind() == Kind.ELEMENTS) {
            return;
        }
        for (Object member : ask.relationship().members(owner.entity())) {
            EntityState state = member == null ? null : session.of(member);
            if (state != null) {
                ask.nested().forEach(load -> work.ask(Ask.of(load), state));
            }
        }
    }

    private Mono<Void> byReference(Ask ask, List<EntityState> owners) {
        Missing missing = new Missing(ask.selection(shapes));
        for (EntityState owner : owners) {
            Snapshot row = owner.row();
            if (row != null) {
                Reference reference = shapes.references(owner.mapping()).of(ask.relationship());
                link(owner, reference, reference.key(row), missing);
            }
        }
        return fetch(missing).then(Mono.fromRunnable(() -> owners.forEach(owner -> goOn(ask, owner))));
    }

    /** The members of all owners, by the owners' keys. */
    private Mono<Void> byOwner(Ask ask, List<EntityState> owners) {
        boolean mayRepeat = hasManyInRow(ask.nested()) || ask.relationship().place() != null;
        Map<EntityKey, Collection<Object>> members = new LinkedHashMap<>();
        List<List<Object>> keys = new ArrayList<>();
        for (EntityState owner : owners) {
            EntityKey key = owner.key();
            if (key != null && members.put(key, mayRepeat ? new Members() : new ArrayList<>()) == null) {
                keys.add(key.values());
            }
        }
        return statements(ask, keys)
                .concatMap(this::read)
                .doOnNext(owned -> {
                    Collection<Object> of = members.get(owned.owner());
                    if (of instanceof Members placed) {
                        placed.add(owned.member(), owned.place());
                    } else if (of != null) {
                        of.add(owned.member());
                    }
                })
                .then(Mono.defer(() -> mapKeys(members.values())))
                .then(Mono.fromRunnable(() -> owners.forEach(owner -> {
                    if (owner.key() != null) {
                        assign(owner, ask.relationship(), members.getOrDefault(owner.key(), List.of()));
                    }
                })));
    }

    /** The members of owners, and of their members, in one statement. */
    private Mono<Void> tree(Ask ask, Collection<EntityState> owners) {
        RelationshipMapping relationship = ask.relationship();
        int levels = ask.load() == null ? 1 : ask.load().levels();
        Tree tree = new Tree(session, relationship, levels);
        List<EntityState> roots = tree.unread(owners, state -> mayLoad(state, relationship));
        return Flux.fromIterable(
                        chunks.of(keys(roots), relationship.foreignKey().size()))
                .map(chunk -> TreeStatements.members(ask, shapes, levels, columns -> chunks.in(columns, chunk)))
                .concatMap(this::read)
                .doOnNext(owned -> tree.add(owned.owner(), owned.member(), owned.place()))
                .then(Mono.defer(() -> mapKeys(new ArrayList<>(tree.all()))))
                .then(Mono.fromRunnable(() -> tree.assign(
                        owners,
                        roots,
                        state -> mayLoad(state, relationship),
                        (state, members) -> assign(state, relationship, members))));
    }

    private static List<List<Object>> keys(List<EntityState> states) {
        List<List<Object>> keys = new ArrayList<>();
        for (EntityState state : states) {
            if (state.key() != null) {
                keys.add(state.key().values());
            }
        }
        return keys;
    }

    /** What owners refer to, and what that refers to, in one statement; then all of it refers to what was read. */
    private Mono<Void> ancestors(Ask ask, Collection<EntityState> owners) {
        List<EntityState> open = owners.stream()
                .filter(owner -> mayLoad(owner, ask.relationship()))
                .toList();
        EntitySelection<?> selection = ask.selection(shapes);
        return Flux.fromIterable(
                        chunks.of(keys(open), ask.relationship().owner().key().size()))
                .map(chunk ->
                        TreeStatements.ancestors(ask.relationship(), selection, columns -> chunks.in(columns, chunk)))
                .concatMap(this::read)
                .then(Mono.defer(() -> references(work.takeFound())))
                .then(Mono.defer(() -> byReference(ask, open)));
    }

    private Mono<Void> mapKeys(Collection<? extends Collection<Object>> all) {
        Set<EntityKey> keys = new LinkedHashSet<>();
        for (Collection<Object> members : all) {
            if (members instanceof Members placed) {
                keys.addAll(placed.keys());
            }
        }
        return mapKeys(keys);
    }

    /** The entities by which maps have their members, as far as they are not known. */
    private Mono<Void> mapKeys(Set<EntityKey> keys) {
        Map<EntityMapping<?>, Set<EntityKey>> unknown = new LinkedHashMap<>();
        for (EntityKey key : keys) {
            if (session.find(key) == null) {
                unknown.computeIfAbsent(key.root(), root -> new LinkedHashSet<>())
                        .add(key);
            }
        }
        return Flux.fromIterable(unknown.entrySet())
                .concatMap(entry -> pass.read(entry.getKey().table(), entry.getValue(), work))
                .then();
    }

    private Flux<Select<Owned>> statements(Ask ask, List<List<Object>> keys) {
        Select<?> origin = origins.get(ask);
        if (origin != null) {
            return Flux.just(MemberStatements.ofOwners(ask, shapes, columns -> KeyChunks.in(columns, origin)));
        }
        int width = ask.relationship().foreignKey().size();
        return Flux.fromIterable(chunks.of(keys, width))
                .map(chunk -> MemberStatements.ofOwners(ask, shapes, columns -> chunks.in(columns, chunk)));
    }

    static boolean hasManyInRow(List<RelationshipLoad<?, ?, ?>> loads) {
        return loads.stream()
                .anyMatch(load -> load.isInRow()
                        && (load.path().mapping().holder() != Holder.ONE || hasManyInRow(load.nested())));
    }

    /** The references of entities: known ones at once, the others by one statement for each entity referred to. */
    private Mono<Void> references(List<Found> found) {
        found.forEach(entity -> mine.add(entity.state()));
        Map<EntityMapping<?>, Missing> missing = new LinkedHashMap<>();
        List<Found> open = new ArrayList<>();
        for (Found entity : found) {
            if (entity.state().mapping().isRecord()) {
                continue; // made with what it refers to
            }
            boolean waits = false;
            refreshAlong(entity);
            for (Reference reference :
                    shapes.references(entity.state().mapping()).all()) {
                boolean wanted = entity.isAnew() || !entity.state().isLoaded(reference.relationship());
                if (wanted && reference.isByKey()) {
                    EntityMapping<?> target = reference.relationship().target();
                    Missing of = missing.computeIfAbsent(
                            target, key -> new Missing(shapes.selection(target.table(), List.of())));
                    link(entity.state(), reference, reference.key(entity.values()), of);
                } else if (wanted) {
                    waits = true;
                }
            }
            if (waits) {
                open.add(entity);
            }
        }
        return Flux.fromIterable(missing.values())
                .concatMap(this::fetch)
                .then(Mono.fromRunnable(() -> open.forEach(this::askInverses)));
    }

    /** What is refreshed with an entity: members that were loaded. */
    private void refreshAlong(Found entity) {
        if (!entity.isAnew()) {
            return;
        }
        for (RelationshipMapping relationship : entity.state().mapping().related()) {
            boolean isPart = relationship.kind() == Kind.ELEMENTS
                    || relationship.cascades().contains(Cascade.REFRESH);
            if (relationship.holder() != Holder.ONE && isPart && entity.state().isLoaded(relationship)) {
                work.ask(Ask.of(relationship), entity.state());
            }
        }
    }

    /** References whose key the target has: by now some are known from there. */
    private void askInverses(Found entity) {
        EntityState state = entity.state();
        for (Reference reference : shapes.references(state.mapping()).all()) {
            if (!reference.isByKey() && (entity.isAnew() || !state.isLoaded(reference.relationship()))) {
                work.ask(Ask.of(reference.relationship()), state);
            }
        }
    }

    private void link(EntityState owner, Reference reference, @Nullable EntityKey key, Missing missing) {
        if (key == null) {
            assign(owner, reference.relationship(), List.of());
            return;
        }
        EntityState target = session.find(key);
        if (target == null || isRefreshed(reference, target) || isLeftHalf(target)) {
            missing.add(key, owner, reference);
        } else {
            link(owner, reference, target);
        }
    }

    /** Known, but not all of it: a mere reference, or left so by an operation that was cancelled, or that is under way. */
    private boolean isLeftHalf(EntityState target) {
        return !mine.contains(target)
                && (target.isPartial() || !shapes.references(target.mapping()).areLoaded(target));
    }

    private boolean isRefreshed(Reference reference, EntityState target) {
        return overwriting
                && reference.relationship().cascades().contains(Cascade.REFRESH)
                && !work.isOverwritten(target);
    }

    private void link(EntityState owner, Reference reference, EntityState target) {
        RelationshipMapping relationship = reference.relationship();
        assign(owner, relationship, List.of(target.entity()));
        RelationshipMapping inverse = relationship.inverse();
        if (inverse != null && inverse.kind() == Kind.ONE_BY_TARGET && !target.isLoaded(inverse)) {
            assign(target, inverse, List.of(owner.entity()));
        }
    }

    private void assign(EntityState owner, RelationshipMapping relationship, Collection<?> members) {
        MemberPlace place = relationship.place();
        if (place == null || !(members instanceof Members placed)) {
            session.load(owner, relationship, members);
            return;
        }
        Members arranged = placed.arranged(place, key -> mapKey(relationship, key));
        session.load(owner, relationship, arranged, arranged.places());
    }

    private Object mapKey(RelationshipMapping relationship, EntityKey key) {
        EntityState state = session.find(key);
        if (state == null) {
            throw new ResultException("a key of " + relationship + " refers to a "
                    + key.root().name() + " whose row is not there; a foreign key constraint would have kept it");
        }
        return state.entity();
    }

    private Mono<Void> fetch(Missing missing) {
        List<List<Object>> keys = missing.keys();
        if (keys.isEmpty()) {
            return Mono.empty();
        }
        int width = keys.get(0).size();
        return Flux.fromIterable(chunks.of(keys, width))
                .concatMap(chunk -> read(MemberStatements.byKey(missing.target, columns -> chunks.in(columns, chunk))))
                .then(Mono.fromRunnable(() -> missing.waiting.forEach(this::arrived)));
    }

    private void arrived(EntityKey key, List<Waiting> waiting) {
        EntityState target = session.find(key);
        for (Waiting waiter : waiting) {
            if (target == null) {
                throw waiter.reference.gone(waiter.owner.mapping());
            }
            link(waiter.owner, waiter.reference, target);
        }
    }

    private <R> Flux<R> read(Select<R> select) {
        return pass.read(select, work);
    }

    /** Entities that are referred to and not known. */
    private static final class Missing {
        private final EntitySelection<?> target;
        private final Map<EntityKey, List<Waiting>> waiting = new LinkedHashMap<>();

        Missing(EntitySelection<?> target) {
            this.target = target;
        }

        void add(EntityKey key, EntityState owner, Reference reference) {
            waiting.computeIfAbsent(key, missing -> new ArrayList<>()).add(new Waiting(owner, reference));
        }

        List<List<Object>> keys() {
            return waiting.keySet().stream().map(EntityKey::values).toList();
        }
    }

    private record Waiting(EntityState owner, Reference reference) {}
}
