package io.athanor.engine;

import io.athanor.TransactionRollbackException;
import io.athanor.dialect.Dialect;
import io.athanor.pool.PoolMetrics;
import io.athanor.schema.MetaData;
import io.athanor.sql.Batch;
import io.athanor.sql.BatchReturning;
import io.athanor.sql.Change;
import io.athanor.sql.Definition;
import io.athanor.sql.Query;
import java.util.List;
import java.util.concurrent.atomic.AtomicBoolean;
import java.util.function.Function;
import org.reactivestreams.Publisher;
import reactor.core.publisher.Flux;
import reactor.core.publisher.Mono;

/** An engine that runs again what the database rolled back so that others could go on. */
final class RetryingEngine implements Engine {
    private final Engine engine;
    private final RetryPolicy policy;

    RetryingEngine(Engine engine, RetryPolicy policy) {
        this.engine = engine;
        this.policy = policy;
    }

    @Override
    public <T> Mono<T> transaction(TransactionOptions options, Function<? super Transaction, ? extends Mono<T>> work) {
        return engine.transaction(options, work).retryWhen(policy.toRetry());
    }

    @Override
    public <T> Flux<T> transactionMany(
            TransactionOptions options, Function<? super Transaction, ? extends Flux<T>> work) {
        return untilFirst(engine.transactionMany(options, work));
    }

    @Override
    public <R> Flux<R> stream(Query<R> query) {
        return untilFirst(engine.stream(query));
    }

    @Override
    public <R> Mono<R> one(Query<R> query) {
        return engine.one(query).retryWhen(policy.toRetry());
    }

    @Override
    public Mono<Long> execute(Change change) {
        return engine.execute(change).retryWhen(policy.toRetry());
    }

    /** The source may not be fit to be subscribed twice: a batch is run once. */
    @Override
    public <S> Mono<Long> execute(Batch<S> batch, Publisher<? extends S> rows) {
        return engine.execute(batch, rows);
    }

    /** The source may not be fit to be subscribed twice: a batch is run once. */
    @Override
    public <S, R> Flux<R> stream(BatchReturning<S, R> batch, Publisher<? extends S> rows) {
        return engine.stream(batch, rows);
    }

    @Override
    public Mono<Void> execute(List<? extends Definition> definitions) {
        return engine.execute(definitions);
    }

    /** What was emitted cannot be taken back: from the first element on, an error is final. */
    private <T> Flux<T> untilFirst(Flux<T> source) {
        return Flux.defer(() -> {
            AtomicBoolean emitted = new AtomicBoolean();
            return source.doOnNext(element -> emitted.set(true))
                    .onErrorMap(TransactionRollbackException.class, error -> emitted.get() ? new Final(error) : error)
                    .retryWhen(policy.toRetry())
                    .onErrorMap(Final.class, last -> last.error);
        });
    }

    @Override
    public Mono<Void> create(MetaData metaData) {
        return engine.create(metaData).retryWhen(policy.toRetry());
    }

    @Override
    public Mono<Void> drop(MetaData metaData) {
        return engine.drop(metaData).retryWhen(policy.toRetry());
    }

    @Override
    public Engine retrying(RetryPolicy other) {
        return new RetryingEngine(engine, other);
    }

    @Override
    public Dialect dialect() {
        return engine.dialect();
    }

    @Override
    public PoolMetrics poolMetrics() {
        return engine.poolMetrics();
    }

    @Override
    public Mono<Void> close() {
        return engine.close();
    }

    @Override
    public String toString() {
        return engine + " retrying " + policy;
    }

    /** An error that is not retried any more. */
    private static final class Final extends RuntimeException {
        private static final long serialVersionUID = 1L;
        private final transient TransactionRollbackException error;

        Final(TransactionRollbackException error) {
            super(error);
            this.error = error;
        }
    }
}
