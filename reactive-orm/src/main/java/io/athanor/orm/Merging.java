package io.athanor.orm;

import io.athanor.StaleDataException;
import io.athanor.StaleDataException.StaleRow;
import io.athanor.orm.flush.Newness;
import io.athanor.orm.load.Loader;
import io.athanor.orm.mapping.Cascade;
import io.athanor.orm.mapping.EntityMapping;
import io.athanor.orm.mapping.EntityModel;
import io.athanor.orm.mapping.MappedColumn;
import io.athanor.orm.mapping.RelationshipMapping;
import io.athanor.orm.mapping.RelationshipMapping.Holder;
import io.athanor.orm.mapping.RelationshipMapping.Kind;
import io.athanor.orm.state.EntityKey;
import io.athanor.orm.state.EntityState;
import io.athanor.orm.state.ReadOnly;
import io.athanor.orm.state.SessionState;
import io.athanor.orm.state.Unloaded;
import io.athanor.sql.Column;
import java.util.ArrayDeque;
import java.util.ArrayList;
import java.util.Collection;
import java.util.Deque;
import java.util.IdentityHashMap;
import java.util.LinkedHashMap;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Set;
import org.jspecify.annotations.Nullable;
import reactor.core.publisher.Flux;
import reactor.core.publisher.Mono;

/**
 * Copies detached objects onto the session's own: first all of the graph is walked, then what is not known is read, one
 * statement for each entity and one for each collection, and then all is copied. Confined to one merge.
 */
final class Merging {
    private final SessionState session;
    private final EntityModel model;
    private final Loader loader;
    private final List<Object> sources = new ArrayList<>();
    private final IdentityHashMap<Object, EntityMapping<?>> mappings = new IdentityHashMap<>();
    private final IdentityHashMap<Object, Object> targets = new IdentityHashMap<>();
    private final Unsaid unsaid = new Unsaid();

    Merging(SessionState session, EntityModel model, Loader loader) {
        this.session = session;
        this.model = model;
        this.loader = loader;
    }

    <E> Mono<List<E>> merge(List<? extends E> entities) {
        return Mono.defer(() -> {
            entities.forEach(this::requireClass);
            entities.forEach(this::walk);
            return read().then(Mono.defer(this::readCollections))
                    .then(Mono.defer(this::readDeferred))
                    .then(Mono.fromSupplier(() -> copied(entities)));
        });
    }

    private void requireClass(Object entity) {
        if (entity instanceof Record) {
            throw ReadOnly.error(model.mapping(entity.getClass()), "cannot be merged; get(…) the session's own");
        }
    }

    private void walk(Object entity) {
        Deque<Object> open = new ArrayDeque<>(List.of(entity));
        for (Object source = open.poll(); source != null; source = open.poll()) {
            if (mappings.containsKey(source)) {
                continue;
            }
            EntityMapping<?> mapping = model.mapping(source.getClass());
            mappings.put(source, mapping);
            sources.add(source);
            for (RelationshipMapping relationship : mapping.relationships()) {
                if (!relationship.target().isRecord() && isMerged(relationship, source)) {
                    open.addAll(relationship.members(source));
                }
            }
        }
    }

    private static boolean isMerged(RelationshipMapping relationship, Object source) {
        return relationship.cascades().contains(Cascade.MERGE) && !Unloaded.is(relationship.get(source));
    }

    private EntityMapping<?> mapping(Object source) {
        return Objects.requireNonNull(mappings.get(source));
    }

    private Mono<Void> read() {
        Map<EntityMapping<?>, Set<List<Object>>> keys = new LinkedHashMap<>();
        for (Object source : sources) {
            List<Object> key = mapping(source).key(source);
            if (session.of(source) == null && key != null) {
                keys.computeIfAbsent(mapping(source), mapping -> new LinkedHashSet<>())
                        .add(key);
            }
        }
        return Flux.fromIterable(keys.entrySet())
                .concatMap(entry -> loader.getAll(entry.getKey(), entry.getValue()))
                .then();
    }

    private Mono<Void> readCollections() {
        Map<RelationshipMapping, List<Object>> owners = new LinkedHashMap<>();
        for (Object source : sources) {
            EntityState target = target(source);
            if (target == null || target.entity() == source) {
                continue;
            }
            for (RelationshipMapping relationship : mapping(source).related()) {
                boolean isCopied = relationship.holder() != Holder.ONE && !Unloaded.is(relationship.get(source));
                if (isCopied && !target.isLoaded(relationship)) {
                    owners.computeIfAbsent(relationship, key -> new ArrayList<>())
                            .add(target.entity());
                }
            }
        }
        return Flux.fromIterable(owners.entrySet())
                .concatMap(entry -> loader.load(entry.getValue(), entry.getKey()))
                .then();
    }

    /** What is copied over something has to be compared with it. */
    private Mono<Void> readDeferred() {
        IdentityHashMap<Object, Collection<Column<?>>> said = new IdentityHashMap<>();
        for (Object source : sources) {
            EntityState target = target(source);
            if (target != null && target.entity() != source) {
                List<Column<?>> columns = unsaid.said(mapping(source), source);
                if (!columns.isEmpty()) {
                    said.put(target.entity(), columns);
                }
            }
        }
        return said.isEmpty()
                ? Mono.empty()
                : loader.loadColumns(said.keySet(), entity -> Objects.requireNonNull(said.get(entity)));
    }

    /** The session's own object of the source's key, as far as there is one. */
    private @Nullable EntityState target(Object source) {
        EntityState itself = session.of(source);
        if (itself != null) {
            return itself;
        }
        List<Object> key = mapping(source).key(source);
        return key == null ? null : session.find(EntityKey.of(mapping(source), key));
    }

    @SuppressWarnings("unchecked") // the session's object is of the source's class
    private <E> List<E> copied(List<? extends E> entities) {
        sources.forEach(source -> targets.put(source, made(source)));
        sources.forEach(this::copy);
        List<E> merged = new ArrayList<>();
        entities.forEach(entity -> merged.add((E) targets.get(entity)));
        return merged;
    }

    private Object made(Object source) {
        EntityMapping<?> mapping = mapping(source);
        EntityState known = target(source);
        if (known != null) {
            checkVersion(mapping, source, known);
            return known.entity();
        }
        if (!Newness.isNew(mapping, source)) {
            throw new StaleDataException(
                    "this " + mapping.name() + " cannot be merged: its row was deleted since it was read",
                    List.of(stale(mapping, source, null)));
        }
        Object fresh = mapping.newInstance();
        session.add(mapping, fresh);
        return fresh;
    }

    private static void checkVersion(EntityMapping<?> mapping, Object source, EntityState known) {
        MappedColumn version = mapping.version();
        if (version == null || known.entity() == source) {
            return;
        }
        Object said = version.get(source);
        Object actual = version.get(known.entity());
        if (said != null && !said.equals(actual)) {
            throw new StaleDataException(
                    "this " + mapping.name() + " cannot be merged: its row was changed since it was read",
                    List.of(stale(mapping, source, actual)));
        }
    }

    private static StaleRow stale(EntityMapping<?> mapping, Object source, @Nullable Object actualVersion) {
        MappedColumn version = mapping.version();
        return new StaleRow(
                source,
                mapping.name(),
                Objects.requireNonNull(mapping.key(source)),
                version == null ? null : version.get(source),
                actualVersion);
    }

    private void copy(Object source) {
        Object target = Objects.requireNonNull(targets.get(source));
        if (target == source) {
            return;
        }
        EntityMapping<?> mapping = mapping(source);
        boolean isNew = Objects.requireNonNull(session.of(target)).key() == null;
        for (MappedColumn column : mapping.columns()) {
            boolean isSaid = isNew || !unsaid.is(mapping, column, source);
            boolean isCopied = column.isKey() ? isNew : isSaid && !column.isVersion();
            if (isCopied && column.reference() == null) {
                column.set(target, column.get(source));
            }
        }
        for (RelationshipMapping relationship : mapping.related()) {
            if (!Unloaded.is(relationship.get(source))) {
                copy(relationship, source, target);
            }
        }
    }

    private void copy(RelationshipMapping relationship, Object source, Object target) {
        if (relationship.kind() == Kind.ELEMENTS) {
            relationship.set(target, relationship.collection(relationship.members(source)));
            return;
        }
        List<Object> members = new ArrayList<>();
        for (Object member : relationship.members(source)) {
            members.add(own(member));
        }
        if (relationship.holder() == Holder.ONE) {
            relationship.set(target, members.isEmpty() ? null : members.get(0));
        } else {
            List<@Nullable Object> places = new ArrayList<>();
            for (Object place : relationship.places(source)) {
                boolean isEntity =
                        relationship.place() != null && relationship.place().entity() != null;
                places.add(place != null && isEntity ? own(place) : place);
            }
            relationship.set(target, relationship.collection(members, places));
        }
    }

    /** The session's object for a member: what it was merged to, or, of one that is not merged, what stands for its row. */
    private Object own(Object member) {
        Object merged = targets.get(member);
        if (merged != null) {
            return merged;
        }
        EntityMapping<?> mapping = model.mapping(member.getClass());
        List<Object> key = mapping.key(member);
        if (mapping.isRecord()) {
            EntityState known = key == null ? null : session.find(EntityKey.of(mapping, key));
            return known == null ? member : known.entity();
        }
        return session.of(member) != null || key == null || Newness.isNew(mapping, member)
                ? member
                : loader.reference(mapping, key);
    }
}
