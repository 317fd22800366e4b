package io.athanor.engine;

import io.athanor.compile.BoundStatement;
import io.athanor.order.Turns;
import io.athanor.schema.MetaData;
import io.athanor.schema.SchemaObjects;
import io.athanor.sql.Batch;
import io.athanor.sql.BatchReturning;
import io.athanor.sql.Change;
import io.athanor.sql.Definition;
import io.athanor.sql.Query;
import java.util.List;
import java.util.function.Function;
import org.jspecify.annotations.Nullable;
import org.reactivestreams.Publisher;
import reactor.core.publisher.Flux;
import reactor.core.publisher.Mono;
import reactor.util.context.Context;
import reactor.util.context.ContextView;

/**
 * A transaction, or what is done in one between a savepoint and its end. Savepoints of one scope come one after another, and
 * statements of a scope wait for a savepoint in it: whatever a savepoint undoes was done inside it.
 */
final class Scope implements Transaction {
    private final TransactionRun run;
    private final Verbs verbs;
    private final @Nullable Scope outer;
    /** What undoes this scope alone; null for the transaction. */
    private final @Nullable Savepoint savepoint;

    private final Turns turns = new Turns();
    private volatile boolean ended;

    private Scope(TransactionRun run, Verbs verbs, @Nullable Scope outer, @Nullable Savepoint savepoint) {
        this.run = run;
        this.verbs = verbs;
        this.outer = outer;
        this.savepoint = savepoint;
    }

    /** The whole of a transaction. */
    static Scope of(TransactionRun run, Verbs verbs) {
        return new Scope(run, verbs, null, null);
    }

    @Override
    public <R> Flux<R> stream(Query<R> query) {
        return Flux.defer(() -> {
            Prepared<R> prepared = verbs.prepare(query);
            return prepared.ahead(here(lane -> verbs.stream(lane, prepared)));
        });
    }

    @Override
    public <R> Mono<R> one(Query<R> query) {
        return Mono.defer(() -> {
            Prepared<R> prepared = verbs.prepare(query);
            return hereOnce(lane -> verbs.one(lane, prepared));
        });
    }

    @Override
    public Mono<Long> execute(Change change) {
        return Mono.defer(() -> {
            BoundStatement bound = verbs.compile(change);
            return hereOnce(lane -> verbs.execute(lane, bound));
        });
    }

    @Override
    public Mono<Void> execute(List<? extends Definition> definitions) {
        return Mono.defer(() -> {
            List<BoundStatement> bound = verbs.compile(definitions);
            return hereOnce(lane -> verbs.execute(lane, bound));
        });
    }

    @Override
    public Mono<Void> create(MetaData metaData) {
        return existing().flatMap(objects -> execute(metaData.createAll(objects)));
    }

    @Override
    public Mono<Void> drop(MetaData metaData) {
        return existing().flatMap(objects -> execute(metaData.dropAll(objects)));
    }

    private Mono<SchemaObjects> existing() {
        return Mono.defer(
                        () -> stream(verbs.compiler().dialect().schemaObjects()).collectList())
                .map(SchemaObjects::of);
    }

    @Override
    public <S> Mono<Long> execute(Batch<S> batch, Publisher<? extends S> rows) {
        return Mono.defer(() -> BulkInsert.of(batch, verbs, insert -> insert).execute(rows, (chunkVerbs, insert) -> {
            BoundStatement bound = chunkVerbs.compile(insert);
            return hereOnce(lane -> chunkVerbs.execute(lane, bound));
        }));
    }

    @Override
    public <S, R> Flux<R> stream(BatchReturning<S, R> batch, Publisher<? extends S> rows) {
        return Flux.defer(() -> BulkInsert.of(batch.batch(), verbs, batch::of).stream(rows, (chunkVerbs, insert) -> {
            Prepared<R> prepared = chunkVerbs.prepare(batch.of(insert));
            return here(lane -> chunkVerbs.stream(lane, prepared));
        }));
    }

    @Override
    public <T> Mono<T> savepoint(Function<? super Transaction, ? extends Mono<T>> work) {
        return Mono.deferContextual(context -> {
            check(context);
            return Mono.usingWhen(
                            inside(),
                            inner -> inner.open()
                                    .then(Mono.defer(() -> work.apply(inner.scope)))
                                    .contextWrite(inner.scope::mark),
                            inner -> CleanupFailure.carry(inner.release()),
                            (inner, error) -> inner.undo(),
                            Inner::undo)
                    .onErrorMap(CleanupFailure::unpacked);
        });
    }

    @Override
    public <T> Flux<T> savepointMany(Function<? super Transaction, ? extends Flux<T>> work) {
        return Flux.deferContextual(context -> {
            check(context);
            return Flux.usingWhen(
                            inside(),
                            inner -> inner.open()
                                    .thenMany(Flux.defer(() -> work.apply(inner.scope)))
                                    .contextWrite(inner.scope::mark),
                            inner -> CleanupFailure.carry(inner.release()),
                            (inner, error) -> inner.undo(),
                            Inner::undo)
                    .onErrorMap(CleanupFailure::unpacked);
        });
    }

    private Mono<Inner> inside() {
        return turns.take().map(turn -> {
            Savepoint inner = new Savepoint(run, turn, savepoint);
            return new Inner(new Scope(run, verbs, this, inner), inner, verbs.failures());
        });
    }

    /** Ends the transaction well. */
    Mono<Void> commit() {
        return Mono.defer(() -> {
            end();
            return run.commit();
        });
    }

    /** Ends the transaction badly. */
    Mono<Void> rollback(@Nullable Throwable error) {
        return Mono.defer(() -> {
            end();
            return run.rollback(error);
        });
    }

    /** Whoever works under this context works in this scope, and holds its connection. */
    Context markAll(Context context) {
        return run.markHolder(mark(context));
    }

    /** Statements are refused from here on. */
    void end() {
        ended = true;
    }

    static IllegalStateException ended() {
        return new IllegalStateException(
                "This transaction, or savepoint, has ended: run its statements inside the work it was given to");
    }

    /** Whoever works under this context works in this scope. */
    Context mark(Context context) {
        return context.put(run, this);
    }

    private <T> Flux<T> here(Function<Lane, Flux<T>> operation) {
        return Flux.deferContextual(context -> {
            check(context);
            return new Placed<>(run.lane().flatMapMany(operation), turns);
        });
    }

    private <T> Mono<T> hereOnce(Function<Lane, Mono<T>> operation) {
        return Mono.deferContextual(context -> {
            check(context);
            return new Placed<>(run.lane().flatMapMany(operation), turns).singleOrEmpty();
        });
    }

    private void check(ContextView context) {
        for (Scope scope = this; scope != null; scope = scope.outer) {
            if (scope.ended) {
                throw TransactionRun.ended();
            }
        }
        boolean isInside = context.<Scope>getOrEmpty(run)
                .filter(here -> !here.ended && here.isWithin(this))
                .isPresent();
        if (isInside) {
            throw new IllegalStateException(
                    "Inside a savepoint, use the transaction that its work was given: the outer one waits for its end");
        }
    }

    private boolean isWithin(Scope scope) {
        for (Scope each = outer; each != null; each = each.outer) {
            if (each == scope) {
                return true;
            }
        }
        return false;
    }

    /** What is done inside a savepoint, and the savepoint. */
    private record Inner(Scope scope, Savepoint savepoint, Failures failures) {
        Mono<Void> open() {
            return translated(savepoint.open());
        }

        Mono<Void> release() {
            return Mono.defer(() -> {
                scope.end();
                return translated(savepoint.release());
            });
        }

        Mono<Void> undo() {
            return Mono.defer(() -> {
                scope.end();
                return translated(savepoint.undo())
                        .onErrorResume(error -> Mono.fromRunnable(() -> scope.run.spoil(error)));
            });
        }

        private Mono<Void> translated(Mono<Void> command) {
            return command.onErrorMap(error -> failures.ofStatement(error, null));
        }
    }
}
