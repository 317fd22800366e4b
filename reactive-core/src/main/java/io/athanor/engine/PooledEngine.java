package io.athanor.engine;

import io.athanor.compile.BoundStatement;
import io.athanor.dialect.Dialect;
import io.athanor.pool.ConnectionPool;
import io.athanor.pool.PoolMetrics;
import io.athanor.schema.MetaData;
import io.athanor.sql.Batch;
import io.athanor.sql.BatchReturning;
import io.athanor.sql.Change;
import io.athanor.sql.Definition;
import io.athanor.sql.Query;
import java.time.Duration;
import java.util.List;
import java.util.function.Function;
import org.reactivestreams.Publisher;
import reactor.core.publisher.Flux;
import reactor.core.publisher.Mono;

/** The engine: each statement, or each transaction, on a connection of the pool. */
final class PooledEngine implements Engine {
    /** How long {@link #close} waits for work that is under way. */
    private static final Duration PATIENCE = Duration.ofSeconds(10);

    private final ConnectionPool pool;
    private final Leases leases;
    private final Verbs verbs;
    private final TimeLimit limit;
    private final Mono<Void> close;

    PooledEngine(ConnectionPool pool, Leases leases, Verbs verbs, TimeLimit limit, Mono<Void> release) {
        this.pool = pool;
        this.leases = leases;
        this.verbs = verbs;
        this.limit = limit;
        Mono<Void> atRest = leases.allBack().timeout(PATIENCE).onErrorComplete();
        this.close = pool.close().then(atRest).then(release).cache();
    }

    @Override
    public <R> Flux<R> stream(Query<R> query) {
        return Flux.defer(() -> {
            Prepared<R> prepared = verbs.prepare(query);
            return prepared.ahead(leases.use(lane -> limit.on(verbs.streamAlone(lane, prepared), prepared.bound())));
        });
    }

    @Override
    public <R> Mono<R> one(Query<R> query) {
        return Mono.defer(() -> {
            Prepared<R> prepared = verbs.prepare(query);
            return leases.use(lane -> limit.on(verbs.one(lane, prepared).flux(), prepared.bound()))
                    .singleOrEmpty();
        });
    }

    @Override
    public Mono<Long> execute(Change change) {
        return Mono.defer(() -> {
            BoundStatement bound = verbs.compile(change);
            return leases.use(lane -> limit.on(verbs.execute(lane, bound).flux(), bound))
                    .single();
        });
    }

    @Override
    public Mono<Void> execute(List<? extends Definition> definitions) {
        return Mono.defer(() -> {
            List<BoundStatement> bound = verbs.compile(definitions);
            return leases.use(lane -> Flux.fromIterable(bound)
                            .concatMap(
                                    each -> limit.on(verbs.execute(lane, each).flux(), each)))
                    .then();
        });
    }

    @Override
    public Mono<Void> create(MetaData metaData) {
        return transaction(transaction -> transaction.create(metaData));
    }

    @Override
    public Mono<Void> drop(MetaData metaData) {
        return transaction(transaction -> transaction.drop(metaData));
    }

    @Override
    public <S> Mono<Long> execute(Batch<S> batch, Publisher<? extends S> rows) {
        return transaction(transaction -> transaction.execute(batch, rows));
    }

    @Override
    public <S, R> Flux<R> stream(BatchReturning<S, R> batch, Publisher<? extends S> rows) {
        return transactionMany(transaction -> transaction.stream(batch, rows));
    }

    @Override
    public <T> Mono<T> transaction(TransactionOptions options, Function<? super Transaction, ? extends Mono<T>> work) {
        return Mono.usingWhen(
                        run(options),
                        scope -> work.apply(scope).contextWrite(scope::markAll),
                        scope -> CleanupFailure.carry(scope.commit()),
                        Scope::rollback,
                        scope -> scope.rollback(null))
                .onErrorMap(CleanupFailure::unpacked);
    }

    @Override
    public <T> Flux<T> transactionMany(
            TransactionOptions options, Function<? super Transaction, ? extends Flux<T>> work) {
        return Flux.usingWhen(
                        run(options),
                        scope -> work.apply(scope).contextWrite(scope::markAll),
                        scope -> CleanupFailure.carry(scope.commit()),
                        Scope::rollback,
                        scope -> scope.rollback(null))
                .onErrorMap(CleanupFailure::unpacked);
    }

    private Mono<Scope> run(TransactionOptions options) {
        return Mono.fromSupplier(
                () -> Scope.of(new TransactionRun(leases, limit.in(options), verbs.failures()), verbs));
    }

    @Override
    public Engine retrying(RetryPolicy policy) {
        return new RetryingEngine(this, policy);
    }

    @Override
    public Dialect dialect() {
        return verbs.compiler().dialect();
    }

    @Override
    public PoolMetrics poolMetrics() {
        return pool.metrics();
    }

    @Override
    public Mono<Void> close() {
        return close;
    }

    @Override
    public String toString() {
        return "Engine[" + dialect() + ", " + pool + "]";
    }
}
