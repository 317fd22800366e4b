package io.athanor.orm.load;

import io.athanor.EntityStateException;
import io.athanor.StaleDataException;
import io.athanor.StaleDataException.StaleRow;
import io.athanor.dialect.Dialect;
import io.athanor.dialect.Feature;
import io.athanor.engine.Executor;
import io.athanor.orm.mapping.Computed;
import io.athanor.orm.mapping.EntityMapping;
import io.athanor.orm.mapping.EntityTable;
import io.athanor.orm.mapping.RelationshipLoad;
import io.athanor.orm.mapping.RelationshipMapping;
import io.athanor.orm.state.EntityKey;
import io.athanor.orm.state.EntityState;
import io.athanor.orm.state.ReadOnly;
import io.athanor.orm.state.SessionState;
import io.athanor.orm.state.Status;
import io.athanor.sql.Column;
import io.athanor.sql.Query;
import java.util.ArrayList;
import java.util.Collection;
import java.util.LinkedHashMap;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.function.Function;
import org.jspecify.annotations.Nullable;
import reactor.core.publisher.Flux;
import reactor.core.publisher.Mono;

/**
 * Brings rows into a session as entities, with what they are related to. Its publishers are cold and may be subscribed in any
 * number at once, as those of the executor that it runs on. It never flushes: that is its session's business.
 */
public final class Loader {
    private final SessionState session;
    private final Loading loading;
    private final Queries queries;
    private final Batches batches = new Batches();
    private final ColumnLoads columns;

    /**
     * A loader into a session, or into what is done of it inside a savepoint.
     *
     * @param executor what runs its statements
     * @param dialect whose SQL that speaks
     * @param shapes what is known of the mappings, shared by all sessions
     */
    public Loader(SessionState session, Executor executor, Dialect dialect, Shapes shapes, LoadOptions options) {
        this.session = session;
        this.loading = new Loading(
                session,
                executor,
                shapes,
                new KeyChunks(dialect),
                dialect.supports(Feature.RECURSIVE_UNION),
                options.kept() == LoadOptions.ALL ? null : new Eviction(session, options.kept()));
        this.columns = new ColumnLoads(loading, batches);
        this.queries = new Queries(loading, options.window());
    }

    /**
     * The rows of a query, entities in them being the session's. What they are related to is loaded for a window of rows at a
     * time, as the subscriber asks for them.
     */
    public <R> Flux<R> stream(Query<R> query) {
        return queries.stream(query);
    }

    /** The only row of a query, read as {@link #stream} does it. */
    public <R> Mono<R> one(Query<R> query) {
        return queries.one(query);
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
            Mono<Void> arrived =
                    isThere ? Mono.empty() : batches.add(mapping, key, keys -> read(mapping.table(), keys));
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
            return read(mapping.table(), unknown);
        });
    }

    /** An object that stands for the row of a key, of which nothing else is read until somebody asks for it. */
    public <E> E reference(EntityMapping<E> mapping, List<Object> keyValues) {
        EntityKey key = EntityKey.of(mapping, keyValues);
        EntityState known = session.find(key);
        if (known == null && mapping.isRecord()) {
            throw ReadOnly.error(mapping, "cannot be there with nothing but its key; get(…) it");
        }
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

    /** Loads one relationship of any number of entities of the session, in the way that is asked for. */
    public Mono<Void> loadAll(Collection<?> entities, RelationshipLoad<?, ?, ?> load) {
        return Mono.defer(
                () -> load(Ask.of(load), entities.stream().map(this::known).toList()));
    }

    /** Loads one relationship of any number of entities of the session, in one statement. */
    public Mono<Void> load(Collection<?> entities, RelationshipMapping relationship) {
        return Mono.defer(() ->
                load(Ask.of(relationship), entities.stream().map(this::known).toList()));
    }

    /** Loads columns of an entity that were not read yet, each with those it is deferred together with. */
    public Mono<Void> loadColumns(Object entity, Collection<Column<?>> wanted) {
        return Mono.defer(() -> columns.load(known(entity), wanted));
    }

    /** Likewise of many entities, as {@code wanted} says of each. */
    public Mono<Void> loadColumns(Collection<?> entities, Function<Object, Collection<Column<?>>> wanted) {
        return Mono.defer(() ->
                columns.loadAll(entities.stream().map(this::known).toList(), state -> wanted.apply(state.entity())));
    }

    /** Computes an attribute of an entity anew. */
    public Mono<Void> compute(Object entity, Computed<?, ?, ?> attribute) {
        return Mono.defer(() -> columns.compute(known(entity), attribute));
    }

    private Mono<Void> load(Ask ask, Collection<EntityState> owners) {
        return Mono.defer(() -> {
            Pass pass = loading.pass();
            Work work = pass.work();
            owners.forEach(owner -> work.ask(ask, owner));
            return pass.complete(work).doOnTerminate(pass::end).doOnCancel(pass::end);
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
            Map<ColumnLoads.Common, Set<EntityKey>> keys = new LinkedHashMap<>();
            for (Object entity : entities) {
                EntityState state = known(entity);
                if (state.mapping().isRecord()) {
                    throw ReadOnly.error(state.mapping(), "stays as it was read; detach(…) it and get(…) another");
                }
                EntityKey key = state.key();
                if (key == null) {
                    throw new EntityStateException(
                            "this " + state.mapping().name() + " was not flushed: there is no row to read it from");
                }
                keys.computeIfAbsent(ColumnLoads.loaded(state), kind -> new LinkedHashSet<>())
                        .add(key);
            }
            return Flux.fromIterable(keys.entrySet())
                    .concatMap(each -> refresh(columns.whole(each.getKey()), each.getValue()))
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

    private Mono<Void> read(EntityTable<?, ?, ?> table, Collection<EntityKey> keys) {
        return Mono.defer(() -> {
            Pass pass = loading.pass();
            Work work = pass.work();
            return pass.read(table, keys, work)
                    .then(pass.complete(work))
                    .doOnTerminate(pass::end)
                    .doOnCancel(pass::end);
        });
    }

    private Mono<Void> refresh(EntitySelection<?> entity, Collection<EntityKey> keys) {
        return Mono.defer(() -> {
            Pass pass = loading.overwritingPass();
            Work work = pass.work();
            return pass.read(entity, keys, work)
                    .then(Mono.fromRunnable(() -> checkThere(keys, work)))
                    .then(pass.complete(work))
                    .doOnTerminate(pass::end)
                    .doOnCancel(pass::end);
        });
    }

    private void checkThere(Collection<EntityKey> keys, Work work) {
        List<StaleRow> gone = new ArrayList<>();
        for (EntityKey key : keys) {
            EntityState state = session.find(key);
            if (state != null && !work.isOverwritten(state)) {
                gone.add(state.stale(null));
            }
        }
        if (!gone.isEmpty()) {
            throw new StaleDataException(
                    keys.iterator().next().root().name() + " cannot be refreshed: its row was deleted by somebody else",
                    gone);
        }
    }
}
