package io.athanor.engine;

import io.athanor.compile.BoundStatement;
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
    private final Turns turns = new Turns();
    private volatile boolean ended;

    Scope(TransactionRun run, Verbs verbs, @Nullable Scope outer) {
        this.run = run;
        this.verbs = verbs;
        this.outer = outer;
    }

    @Override
    public <R> Flux<R> stream(Query<R> query) {
        return Flux.defer(() -> {
            Prepared<R> prepared = verbs.prepare(query);
            return here(lane -> verbs.stream(lane, prepared));
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
        return hereOnce(lane -> verbs.execute(lane, definitions));
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
            return Mono.usingWhen(turns.take(), turn -> inSavepoint(work), Scope::end);
        });
    }

    @Override
    public <T> Flux<T> savepointMany(Function<? super Transaction, ? extends Flux<T>> work) {
        return Flux.deferContextual(context -> {
            check(context);
            return Flux.usingWhen(turns.take(), turn -> inSavepointMany(work), Scope::end);
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

    private static Mono<Void> end(Turns.Turn turn) {
        return Mono.fromRunnable(turn::end);
    }

    private <T> Mono<T> inSavepoint(Function<? super Transaction, ? extends Mono<T>> work) {
        return run.lane().flatMap(lane -> {
            Savepoint savepoint = new Savepoint(lane, run.nextSavepoint());
            return Mono.usingWhen(
                    savepoint.open(),
                    inner -> work.apply(inner).contextWrite(inner::mark),
                    savepoint::release,
                    (inner, error) -> savepoint.undo(inner),
                    savepoint::undo);
        });
    }

    private <T> Flux<T> inSavepointMany(Function<? super Transaction, ? extends Flux<T>> work) {
        return run.lane().flatMapMany(lane -> {
            Savepoint savepoint = new Savepoint(lane, run.nextSavepoint());
            return Flux.usingWhen(
                    savepoint.open(),
                    inner -> work.apply(inner).contextWrite(inner::mark),
                    savepoint::release,
                    (inner, error) -> savepoint.undo(inner),
                    savepoint::undo);
        });
    }

    private <T> Flux<T> here(Function<Lane, Flux<T>> operation) {
        return Flux.deferContextual(context -> {
            check(context);
            Flux<T> done = run.lane().flatMapMany(operation);
            return turns.isIdle() ? done : turns.take().flatMapMany(turn -> new ThenRun<>(done, turn::end));
        });
    }

    private <T> Mono<T> hereOnce(Function<Lane, Mono<T>> operation) {
        return Mono.deferContextual(context -> {
            check(context);
            Mono<T> done = run.lane().flatMap(operation);
            return turns.isIdle()
                    ? done
                    : turns.take()
                            .flatMapMany(turn -> new ThenRun<>(done.flux(), turn::end))
                            .singleOrEmpty();
        });
    }

    private void check(ContextView context) {
        for (Scope scope = this; scope != null; scope = scope.outer) {
            if (scope.ended) {
                throw ended();
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

    /** One savepoint, from its opening to its release or to its rollback. */
    private final class Savepoint {
        private final Lane lane;
        private final String name;

        Savepoint(Lane lane, String name) {
            this.lane = lane;
            this.name = name;
        }

        Mono<Scope> open() {
            return translated(lane.savepoint(name)).then(Mono.fromSupplier(() -> new Scope(run, verbs, Scope.this)));
        }

        Mono<Void> release(Scope inner) {
            return Mono.defer(() -> {
                inner.end();
                return translated(lane.release(name));
            });
        }

        Mono<Void> undo(Scope inner) {
            return Mono.defer(() -> {
                inner.end();
                return translated(lane.abort().then(lane.rollbackTo(name)).then(lane.release(name)));
            });
        }

        private Mono<Void> translated(Mono<Void> command) {
            return command.onErrorMap(error -> verbs.failures().ofStatement(error, null));
        }
    }
}
