package io.athanor.orm.load;

import io.athanor.EntityStateException;
import io.athanor.ResultException;
import io.athanor.StaleDataException;
import io.athanor.dialect.Dialect;
import io.athanor.engine.Executor;
import io.athanor.orm.mapping.EntityMapping;
import io.athanor.orm.mapping.EntityTable;
import io.athanor.orm.mapping.RelationshipLoad;
import io.athanor.orm.mapping.RelationshipMapping;
import io.athanor.orm.state.EntityKey;
import io.athanor.orm.state.EntityState;
import io.athanor.orm.state.SessionState;
import io.athanor.orm.state.Status;
import io.athanor.sql.Query;
import io.athanor.sql.Select;
import java.util.ArrayList;
import java.util.Collection;
import java.util.LinkedHashMap;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import org.jspecify.annotations.Nullable;
import reactor.core.publisher.Flux;
import reactor.core.publisher.Mono;

/**
 * Brings rows into a session as entities, with what they are related to. Its publishers are cold and may be subscribed in any
 * number at once, as those of the executor that it runs on. It never flushes: that is its session's business.
 */
public final class Loader {
    private final SessionState session;
    private final Executor executor;
    private final Loading loading;
    private final LoadOptions options;
    private final Batches batches = new Batches();

    /**
     * A loader into a session, or into what is done of it inside a savepoint.
     *
     * @param executor what runs its statements
     * @param dialect whose SQL that speaks
     * @param shapes what is known of the mappings, shared by all sessions
     */
    public Loader(SessionState session, Executor executor, Dialect dialect, Shapes shapes, LoadOptions options) {
        this.session = session;
        this.executor = executor;
        this.loading = new Loading(session, executor, shapes, new KeyChunks(dialect));
        this.options = options;
    }

    /**
     * The rows of a query, entities in them being the session's. What they are related to is loaded for a window of rows at a
     * time, as the subscriber asks for them.
     */
    public <R> Flux<R> stream(Query<R> query) {
        return Flux.defer(() -> {
            Reading<R> reading = Reading.of(query);
            if (!reading.hasEntities()) {
                return executor.stream(query);
            }
            Flux<RowItem> items = executor.stream(reading.statement(reader(reading.isOverwriting())));
            return reading.isWhole()
                    ? items.collectList()
                            .flatMapMany(all -> finished(reading, all).flatMapIterable(done -> done))
                    : items.buffer(options.window()).concatMap(window -> passed(reading, window), 1);
        });
    }

    private <R> Flux<R> passed(Reading<R> reading, List<RowItem> window) {
        Work work = work(window);
        Flux<R> results = complete(work, reading.isOverwriting(), Map.of())
                .thenMany(Flux.fromIterable(window).map(reading::element));
        return options.evicting()
                ? results.concatWith(Mono.fromRunnable(() -> Eviction.of(session, work.fresh())))
                : results;
    }

    /** The rows of a whole result, of those that stand for the same entity the first. */
    private <R> Mono<List<R>> finished(Reading<R> reading, List<RowItem> rows) {
        return complete(work(rows), reading.isOverwriting(), reading.origins()).then(Mono.fromSupplier(() -> {
            Members roots = new Members();
            List<R> results = new ArrayList<>();
            for (RowItem row : rows) {
                if (row.root() == null || !reading.repeats() || roots.add(row.root())) {
                    results.add(reading.element(row));
                }
            }
            return results;
        }));
    }

    private static Work work(List<RowItem> rows) {
        Work work = new Work();
        rows.forEach(row -> row.traces().forEach(work::add));
        return work;
    }

    /** The only row of a query, read as {@link #stream} does it. */
    public <R> Mono<R> one(Query<R> query) {
        return Mono.defer(() -> {
            Reading<R> reading = Reading.of(query);
            if (!reading.hasEntities()) {
                return executor.one(query);
            }
            Query<RowItem> statement = reading.statement(reader(reading.isOverwriting()));
            if (!reading.repeats()) {
                return executor.one(statement)
                        .flatMap(row -> complete(work(List.of(row)), reading.isOverwriting(), reading.origins())
                                .then(Mono.fromSupplier(() -> reading.result(row))));
            }
            return executor.stream(statement)
                    .collectList()
                    .flatMap(rows -> finished(reading, rows))
                    .flatMap(Loader::only);
        });
    }

    private static <R> Mono<R> only(List<R> results) {
        return results.size() > 1
                ? Mono.error(new ResultException("one() got more than one entity; add limit(1), or use stream()"))
                : Mono.justOrEmpty(results.stream().findFirst());
    }

    /**
     * The entity of a key; empty if there is none, or if it is going to be deleted. Without a statement if the session knows it.
     * Calls that come while a statement of the same kind is running are one statement together.
     */
    public <E> Mono<E> get(EntityMapping<E> mapping, List<Object> keyValues) {
        return Mono.defer(() -> {
            EntityKey key = EntityKey.of(mapping, keyValues);
            EntityState known = session.find(key);
            boolean isThere = known != null && (known.status() == Status.DELETED || isComplete(known));
            Mono<Void> arrived = isThere ? Mono.empty() : batches.add(mapping, key, keys -> read(mapping, keys, false));
            return arrived.then(Mono.fromSupplier(() -> entity(mapping, session.find(key))));
        });
    }

    private static <E> @Nullable E entity(EntityMapping<E> mapping, @Nullable EntityState state) {
        return state == null
                        || state.status() == Status.DELETED
                        || !mapping.type().isInstance(state.entity())
                ? null
                : mapping.type().cast(state.entity());
    }

    private boolean isComplete(EntityState state) {
        return !state.isPartial()
                && loading.shapes().references(state.mapping()).areLoaded(state);
    }

    /** Brings the entities of these keys, as far as they exist, into the session. Those that it knows are not asked for. */
    public Mono<Void> getAll(EntityMapping<?> mapping, Collection<List<Object>> keys) {
        return Mono.defer(() -> {
            Set<EntityKey> unknown = new LinkedHashSet<>();
            for (List<Object> values : keys) {
                EntityKey key = EntityKey.of(mapping, values);
                EntityState known = session.find(key);
                if (known == null || !isComplete(known)) {
                    unknown.add(key);
                }
            }
            return read(mapping, unknown, false);
        });
    }

    /** An object that stands for the row of a key, of which nothing else is read until somebody asks for it. */
    public <E> E reference(EntityMapping<E> mapping, List<Object> keyValues) {
        EntityKey key = EntityKey.of(mapping, keyValues);
        EntityState known = session.find(key);
        if (known == null) {
            known = session.refer(mapping, key, mapping.newInstance());
        }
        return mapping.type().cast(known.entity());
    }

    /** Loads relationships of an entity of the session; what is loaded stays as it is. */
    public Mono<Void> load(Object entity, List<? extends RelationshipLoad<?, ?, ?>> loads) {
        return Mono.defer(() -> {
            EntityState owner = known(entity);
            return Flux.fromIterable(loads)
                    .concatMap(load -> batches.add(Ask.of(load), owner, owners -> load(Ask.of(load), owners)))
                    .then();
        });
    }

    /** Loads one relationship of any number of entities of the session, in one statement. */
    public Mono<Void> load(Collection<?> entities, RelationshipMapping relationship) {
        return Mono.defer(() ->
                load(Ask.of(relationship), entities.stream().map(this::known).toList()));
    }

    private Mono<Void> load(Ask ask, Collection<EntityState> owners) {
        return Mono.defer(() -> {
            Work work = new Work();
            owners.forEach(owner -> work.ask(ask, owner));
            return complete(work, false, Map.of());
        });
    }

    private EntityState known(Object entity) {
        EntityState state = session.of(entity);
        if (state == null) {
            throw new EntityStateException("this " + entity.getClass().getSimpleName()
                    + " is not part of the session; get it from the session, or merge it");
        }
        return state;
    }

    /**
     * Reads entities again, and the relationships that were loaded and cascade it. Changes that were not flushed are lost.
     */
    public Mono<Void> refresh(Collection<?> entities) {
        return Mono.defer(() -> {
            Map<EntityMapping<?>, Set<EntityKey>> keys = new LinkedHashMap<>();
            for (Object entity : entities) {
                EntityState state = known(entity);
                EntityKey key = state.key();
                if (key == null) {
                    throw new EntityStateException(
                            "this " + state.mapping().name() + " was not flushed: there is no row to read it from");
                }
                keys.computeIfAbsent(state.mapping(), mapping -> new LinkedHashSet<>())
                        .add(key);
            }
            return Flux.fromIterable(keys.entrySet())
                    .concatMap(each -> read(each.getKey(), each.getValue(), true))
                    .then();
        });
    }

    /**
     * A write is about to be subscribed: what was asked for before is sent before it, and what is asked for from now on is
     * not answered from before it.
     */
    public void barrier() {
        batches.send();
    }

    private Mono<Void> read(EntityMapping<?> mapping, Collection<EntityKey> keys, boolean overwriting) {
        return Mono.defer(() -> read(mapping.table(), keys, overwriting));
    }

    private <E> Mono<Void> read(EntityTable<E, ?, ?> table, Collection<EntityKey> keys, boolean overwriting) {
        List<List<Object>> values = new ArrayList<>();
        keys.forEach(key -> values.add(key.values()));
        Work work = new Work();
        EntityReader reader = reader(overwriting);
        int width = table.mapping().key().size();
        KeyChunks chunks = loading.chunks();
        return Flux.fromIterable(chunks.of(values, width))
                .map(chunk -> MemberStatements.byKey(
                        MemberStatements.loaded(table, List.of()), columns -> chunks.in(columns, chunk)))
                .concatMap(
                        select -> executor.stream(select.readAs(new Through<>(select.selection(), reader, work::add))))
                .then(Mono.fromRunnable(() -> checkRefreshed(keys, work, overwriting)))
                .then(complete(work, overwriting, Map.of()));
    }

    private void checkRefreshed(Collection<EntityKey> keys, Work work, boolean overwriting) {
        if (overwriting && work.overwritten() < keys.size()) {
            List<Object> gone = new ArrayList<>();
            for (EntityKey key : keys) {
                EntityState state = session.find(key);
                if (state != null && !work.isOverwritten(state)) {
                    gone.add(state.entity());
                }
            }
            throw new StaleDataException(
                    keys.iterator().next().root().name() + " cannot be refreshed: its row was deleted by somebody else",
                    gone);
        }
    }

    private EntityReader reader(boolean overwriting) {
        return new EntityReader(session, loading.shapes(), overwriting);
    }

    private Mono<Void> complete(Work work, boolean overwriting, Map<Ask, Select<?>> origins) {
        return new Completion(loading, work, overwriting, origins).run();
    }
}
