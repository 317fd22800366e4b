package io.athanor.orm;

import io.athanor.engine.Engine;
import io.athanor.engine.RetryPolicy;
import io.athanor.engine.TransactionOptions;
import io.athanor.orm.mapping.EntityModel;
import io.athanor.orm.mapping.EntityTable;
import java.util.Arrays;
import java.util.function.Function;
import org.reactivestreams.Publisher;
import reactor.core.publisher.Flux;
import reactor.core.publisher.Mono;

/**
 * Opens sessions over the entities of a model. Make one for each engine and keep it; it is immutable and safe for any number of
 * threads.
 *
 * <pre>{@code
 * Sessions sessions = Sessions.of(engine, ARTICLE, AUTHOR, COMMENT);
 * Mono<Article> edited = sessions.run(session -> session.get(ARTICLE, id).doOnNext(article -> article.title = "Edited"));
 * }</pre>
 */
public final class Sessions {
    private final Engine engine;
    private final Workshop workshop;
    private final TransactionOptions options;

    private Sessions(Engine engine, Workshop workshop, TransactionOptions options) {
        this.engine = engine;
        this.workshop = workshop;
        this.options = options;
    }

    /** Sessions over the entities of {@code model}. */
    public static Sessions of(Engine engine, EntityModel model) {
        return new Sessions(engine, Workshop.of(engine, model), TransactionOptions.defaults());
    }

    /** Sessions over the entities of these tables, in any order. */
    public static Sessions of(Engine engine, EntityTable<?, ?, ?>... tables) {
        return of(
                engine,
                Arrays.stream(tables).map(table -> table.mapping().type()).toArray(Class<?>[]::new));
    }

    /** Sessions over these entities, in any order. */
    public static Sessions of(Engine engine, Class<?>... entities) {
        return of(engine, EntityModel.of(entities));
    }

    /** The same whose transactions begin as {@code other} says. */
    public Sessions with(TransactionOptions other) {
        return new Sessions(engine, workshop, other);
    }

    /** The same whose entities are only read: no snapshots are kept and nothing is flushed; the database refuses writes. */
    public Sessions readOnly() {
        return new Sessions(engine, workshop.readOnly(), options.readOnly());
    }

    /**
     * The same whose streams read this many rows, at most, before what those are related to is loaded; 256 unless another is
     * said. A smaller window has its first entity sooner, a larger one takes fewer statements.
     */
    public Sessions window(int rows) {
        return new Sessions(engine, workshop.loading(workshop.loading().window(rows)), options);
    }

    /**
     * The same that let go of entities which came with a stream, when 10,000 more have been passed on, so that a stream of
     * millions needs no more memory than one of thousands. What was changed meanwhile stays, with what it refers to, and so does
     * what the rest of the session refers to. An entity that was let go is detached: change it as it comes, or not at all.
     */
    public Sessions evicting() {
        return new Sessions(engine, workshop.loading(workshop.loading().evicting()), options);
    }

    /** The same that tell {@code listener} what they do, after those that they tell already. */
    public Sessions listener(SessionListener listener) {
        return new Sessions(engine, workshop.with(listener), options);
    }

    /**
     * The same that run a whole session's work anew after a serialization failure or a deadlock. The work must be fit to run
     * twice; entities that it added are as they were before.
     */
    public Sessions retrying(RetryPolicy policy) {
        return new Sessions(engine.retrying(policy), workshop, options);
    }

    /** The entities. */
    public EntityModel model() {
        return workshop.model();
    }

    /**
     * Runs work in a session of its own: flushes and commits when it completes, rolls back if it fails or is cancelled. The
     * result is emitted after the commit. After a rollback generated keys are taken back from new objects.
     */
    public <T> Mono<T> run(Function<? super Session, ? extends Mono<T>> work) {
        return Mono.defer(() -> {
            Attempts attempts = new Attempts(workshop);
            return attempts.around(engine.transaction(
                    options, transaction -> attempts.next(transaction).flatMap(scope -> scope.run(work))));
        });
    }

    /**
     * Inserts new entities as they come, in a transaction of its own, which is committed when the last was inserted and taken: {@link
     * Session#insertAll}. An error of the source or of the database, or a cancel, leaves nothing behind.
     *
     * <pre>{@code
     * sessions.insertAll(lines.map(Measurement::of)).count()
     * }</pre>
     */
    public <E> Flux<E> insertAll(Publisher<? extends E> entities) {
        return runMany(session -> session.insertAll(entities));
    }

    /** Runs work of many results in a session of its own. They are emitted as they come, before the flush and the commit. */
    public <T> Flux<T> runMany(Function<? super Session, ? extends Flux<T>> work) {
        return Flux.defer(() -> {
            Attempts attempts = new Attempts(workshop);
            return attempts.around(engine.transactionMany(
                    options, transaction -> attempts.next(transaction).flatMapMany(scope -> scope.runMany(work))));
        });
    }
}
