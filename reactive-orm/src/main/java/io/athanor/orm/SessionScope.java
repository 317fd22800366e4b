package io.athanor.orm;

import io.athanor.engine.Transaction;
import io.athanor.orm.load.ChangeOfTables;
import io.athanor.orm.load.Loader;
import io.athanor.orm.mapping.Computed;
import io.athanor.orm.mapping.EntityTable;
import io.athanor.orm.mapping.Load;
import io.athanor.orm.mapping.RelationshipLoad;
import io.athanor.orm.state.SessionState;
import io.athanor.schema.MetaData;
import io.athanor.sql.Batch;
import io.athanor.sql.BatchReturning;
import io.athanor.sql.Change;
import io.athanor.sql.Column;
import io.athanor.sql.Definition;
import io.athanor.sql.Lock;
import io.athanor.sql.Query;
import io.athanor.sql.Select;
import java.util.ArrayList;
import java.util.Collection;
import java.util.List;
import java.util.function.Function;
import java.util.function.Supplier;
import org.jspecify.annotations.Nullable;
import org.reactivestreams.Publisher;
import reactor.core.publisher.Flux;
import reactor.core.publisher.Mono;

/** A session, or what is done in one between a savepoint and its end. */
final class SessionScope implements Session {
    private static final int PASSING = 1000;

    private final Workshop workshop;
    private final SessionState state;
    private final Transaction transaction;
    private final Order order;
    private final Loader loader;
    private final FlushOfScope flush;
    private final Membership membership;
    private @Nullable SessionScope listening;

    private SessionScope(Workshop workshop, SessionState state, Transaction transaction, Order order) {
        this.workshop = workshop;
        this.state = state;
        this.transaction = transaction;
        this.order = order;
        this.loader = workshop.loader(state, transaction);
        this.flush = new FlushOfScope(workshop, state, transaction, loader, order);
        this.membership = new Membership(state, workshop.model());
    }

    /** Tells listeners of the lives of entities from now on. */
    private SessionScope listened() {
        if (!workshop.listeners().isEmpty()) {
            state.listener(new ScopeListening(workshop.listeners(), order, this::listening));
        }
        return this;
    }

    /** What listeners are given: the same session, but whose statements run at once, in the midst of what they are told of. */
    private SessionScope listening() {
        if (workshop.listeners().isEmpty()) {
            return this;
        }
        synchronized (state.monitor()) {
            SessionScope known = listening;
            if (known == null) {
                known = new SessionScope(workshop, state, transaction, order.ofListeners());
                listening = known;
            }
            return known;
        }
    }

    static SessionScope of(Workshop workshop, Transaction transaction) {
        return new SessionScope(workshop, new SessionState(workshop.isTracking()), transaction, Order.ofSession())
                .listened();
    }

    /** Runs the work of the whole session. */
    <T> Mono<T> run(Function<? super Session, ? extends Mono<T>> work) {
        return completed(Mono.defer(() -> work.apply(this)), this::finish).contextWrite(order::mark);
    }

    /** Runs the work of the whole session. */
    <T> Flux<T> runMany(Function<? super Session, ? extends Flux<T>> work) {
        return Flux.defer(() -> work.apply(this))
                .concatWith(Mono.defer(this::finish).then(Mono.empty()))
                .contextWrite(order::mark);
    }

    private static <T> Mono<T> completed(Mono<T> work, Supplier<Mono<Void>> then) {
        return work.flatMap(result -> Mono.defer(then).thenReturn(result))
                .switchIfEmpty(Mono.defer(() -> then.get().then(Mono.empty())));
    }

    private Mono<Void> finish() {
        return order.alone(() -> flush.run(listening())
                        .then(Mono.defer(
                                () -> flush.tell("beforeCommit", listener -> listener.beforeCommit(listening()))))
                        .then(Mono.defer(() -> workshop.listeners().isEmpty() ? Mono.empty() : flush.run(listening()))))
                .doOnSuccess(done -> order.end());
    }

    /** The session is over, and badly. */
    void rolledBack() {
        synchronized (state.monitor()) {
            order.end();
            state.rollback();
        }
    }

    @Override
    public <R> Flux<R> stream(Query<R> query) {
        return order.placed(this::flushed, () -> before(query).stream(query));
    }

    @Override
    public <R> Mono<R> one(Query<R> query) {
        return order.placedOnce(this::flushed, () -> before(query).one(query));
    }

    /** Flushes, but not in the midst of a flush: a listener's statements see what is written so far. */
    private Mono<Void> flushed() {
        return Mono.deferContextual(context -> order.isInMidst(context) ? Mono.empty() : flush.run(listening()));
    }

    /** What is asked for later must not be answered from before a query that writes. */
    private Loader before(Query<?> query) {
        if (!(query instanceof Select<?>)) {
            loader.barrier();
        }
        return loader;
    }

    @Override
    public Mono<Long> execute(Change change) {
        return order.alone(() -> flushed().then(Mono.defer(() -> {
            loader.barrier();
            return new ChangeOfTables(transaction, workshop.dialect())
                    .execute(change)
                    .flatMap(rows ->
                            new InStep(state, transaction, loader).after(change).thenReturn(rows));
        })));
    }

    @Override
    public <S> Mono<Long> execute(Batch<S> batch, Publisher<? extends S> rows) {
        return order.placedOnce(this::flushed, () -> {
            loader.barrier();
            return transaction.execute(batch, rows);
        });
    }

    @Override
    public <S, R> Flux<R> stream(BatchReturning<S, R> batch, Publisher<? extends S> rows) {
        return order.placed(this::flushed, () -> {
            loader.barrier();
            return transaction.stream(batch, rows);
        });
    }

    @Override
    public Mono<Void> execute(List<? extends Definition> definitions) {
        return order.alone(() -> flushed().then(Mono.defer(() -> transaction.execute(definitions))));
    }

    @Override
    public Mono<Void> create(MetaData metaData) {
        return order.alone(() -> flushed().then(Mono.defer(() -> transaction.create(metaData))));
    }

    @Override
    public Mono<Void> drop(MetaData metaData) {
        return order.alone(() -> flushed().then(Mono.defer(() -> transaction.drop(metaData))));
    }

    @Override
    public <E, K> Mono<E> get(EntityTable<E, K, ?> table, K id) {
        return order.placedOnce(
                Mono::empty,
                () -> inMidstAlone(
                        its -> its.get(table.mapping(), table.mapping().keyOf(id))));
    }

    /** In the midst of a load nothing waits to become one statement with others: that load may be waiting for it. */
    private <T> Mono<T> inMidstAlone(Function<Loader, Mono<T>> load) {
        return workshop.listeners().isEmpty()
                ? load.apply(loader)
                : Mono.deferContextual(
                        context -> load.apply(order.isInMidst(context) ? workshop.loader(state, transaction) : loader));
    }

    @Override
    public <E, K> E getReference(EntityTable<E, K, ?> table, K id) {
        order.check();
        return loader.reference(table.mapping(), table.mapping().keyOf(id));
    }

    @Override
    public <E> Mono<E> load(E entity, List<? extends Load<? super E>> loads) {
        List<RelationshipLoad<?, ?, ?>> wanted = new ArrayList<>();
        loads.forEach(load -> wanted.add(load.load()));
        return order.placedOnce(
                this::flushed,
                () -> inMidstAlone(its -> its.load(entity, wanted).thenReturn(entity)));
    }

    @Override
    public <E> Mono<List<E>> loadAll(Collection<? extends E> entities, Load<? super E> load) {
        List<E> owners = List.copyOf(entities);
        RelationshipLoad<?, ?, ?> wanted = load.load();
        return order.placedOnce(
                this::flushed,
                () -> inMidstAlone(its -> its.loadAll(owners, wanted).thenReturn(owners)));
    }

    @Override
    public <E> Mono<E> load(E entity, Column<?> column, Column<?>... more) {
        List<Column<?>> columns = several(column, more);
        return order.placedOnce(
                this::flushed,
                () -> inMidstAlone(its -> its.loadColumns(entity, columns).thenReturn(entity)));
    }

    @Override
    public <E> Mono<E> load(E entity, Computed<? super E, ?, ?> attribute) {
        return order.placedOnce(
                this::flushed,
                () -> inMidstAlone(its -> its.compute(entity, attribute).thenReturn(entity)));
    }

    @Override
    public <E> Mono<List<E>> loadAll(Collection<? extends E> entities, Column<?> column, Column<?>... more) {
        List<E> owners = List.copyOf(entities);
        List<Column<?>> columns = several(column, more);
        return order.placedOnce(
                this::flushed,
                () -> inMidstAlone(
                        its -> its.loadColumns(owners, owner -> columns).thenReturn(owners)));
    }

    private static List<Column<?>> several(Column<?> first, Column<?>... more) {
        List<Column<?>> all = new ArrayList<>(List.of(first));
        all.addAll(List.of(more));
        return List.copyOf(all);
    }

    @Override
    public <E> E add(E entity) {
        order.check();
        membership.add(entity);
        return entity;
    }

    @Override
    public <E> Flux<E> insertAll(Publisher<? extends E> entities) {
        return order.alone(this::flushed)
                .thenMany(Flux.from(entities))
                .buffer(PASSING)
                .index()
                .concatMap(chunk -> passed(chunk.getT1(), chunk.getT2()), 1);
    }

    private <E> Flux<E> passed(long number, List<? extends E> entities) {
        long first = number * PASSING;
        return order.alone(() -> flushed().then(flush.pass(entities)))
                .checkpoint("insertAll, entities " + first + " to " + (first + entities.size() - 1))
                .thenMany(Flux.fromIterable(entities));
    }

    @Override
    public void delete(Object entity) {
        order.check();
        membership.delete(entity);
    }

    @Override
    public <E> Mono<E> merge(E entity) {
        return mergeAll(List.of(entity)).map(merged -> merged.get(0));
    }

    @Override
    public <E> Mono<List<E>> mergeAll(Collection<? extends E> entities) {
        return order.alone(() -> new Merging(state, workshop.model(), loader).merge(List.copyOf(entities)));
    }

    @Override
    public <E> Mono<E> refresh(E entity) {
        return order.alone(() -> loader.refresh(List.of(entity)).thenReturn(entity));
    }

    @Override
    public <E> Mono<E> lock(E entity, Lock lock) {
        return order.alone(() -> flushed()
                .then(Mono.defer(() -> new Locking(state, transaction).lock(entity, lock)))
                .thenReturn(entity));
    }

    @Override
    public void detach(Object entity) {
        order.check();
        membership.detach(entity);
    }

    @Override
    public void clear() {
        order.check();
        state.clear();
    }

    @Override
    public boolean contains(Object entity) {
        return membership.contains(entity);
    }

    @Override
    public Mono<Void> flush() {
        return order.alone(this::flushed);
    }

    @Override
    public <T> Mono<T> savepoint(Function<? super Session, ? extends Mono<T>> work) {
        return order.aloneAndNotInMidst(() -> flushed().then(Mono.defer(() -> {
            Inner inner = new Inner();
            return transaction
                    .savepoint(at -> inner.open(at).runInside(work))
                    .doOnSuccess(result -> inner.kept())
                    .doOnError(error -> inner.undone())
                    .doOnCancel(inner::undone);
        })));
    }

    @Override
    public <T> Flux<T> savepointMany(Function<? super Session, ? extends Flux<T>> work) {
        return order.aloneManyAndNotInMidst(() -> flushed().thenMany(Flux.defer(() -> {
            Inner inner = new Inner();
            return transaction
                    .savepointMany(at -> inner.open(at).runManyInside(work))
                    .doOnComplete(inner::kept)
                    .doOnError(error -> inner.undone())
                    .doOnCancel(inner::undone);
        })));
    }

    private <T> Mono<T> runInside(Function<? super Session, ? extends Mono<T>> work) {
        return completed(Mono.defer(() -> work.apply(this)), this::endInside).contextWrite(order::mark);
    }

    private <T> Flux<T> runManyInside(Function<? super Session, ? extends Flux<T>> work) {
        return Flux.defer(() -> work.apply(this))
                .concatWith(Mono.defer(this::endInside).then(Mono.empty()))
                .contextWrite(order::mark);
    }

    private Mono<Void> endInside() {
        return order.alone(this::flushed).doOnSuccess(done -> order.end());
    }

    /** A savepoint, from its beginning to its end. */
    private final class Inner {
        private @Nullable SessionScope scope;

        SessionScope open(Transaction at) {
            synchronized (state.monitor()) {
                SessionScope opened = new SessionScope(workshop, state.savepoint(), at, order.ofSavepoint()).listened();
                scope = opened;
                return opened;
            }
        }

        void kept() {
            synchronized (state.monitor()) {
                if (scope != null) {
                    scope.state.release();
                }
            }
        }

        void undone() {
            synchronized (state.monitor()) {
                if (scope != null) {
                    scope.order.end();
                    scope.state.rollback();
                }
            }
        }
    }
}
