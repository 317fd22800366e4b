package io.athanor.orm;

import io.athanor.engine.Executor;
import io.athanor.orm.mapping.Computed;
import io.athanor.orm.mapping.EntityTable;
import io.athanor.orm.mapping.Load;
import io.athanor.sql.Column;
import io.athanor.sql.Lock;
import java.util.Collection;
import java.util.List;
import java.util.function.Function;
import org.reactivestreams.Publisher;
import reactor.core.publisher.Flux;
import reactor.core.publisher.Mono;

/**
 * A unit of work: one transaction, one object for each key, and the changes made to those objects, which a flush writes.
 *
 * <pre>{@code
 * sessions.run(session -> session.get(ARTICLE, id).doOnNext(article -> article.title = "Edited"))
 * }</pre>
 *
 * <p>Its publishers are cold and may be subscribed in any number at once: the session puts them in order. Queries flush
 * first, so that they see what was changed. Objects are confined to their session and to one thread at a time, as any
 * mutable object is. Using a session after its end is an {@link IllegalStateException}.
 *
 * <p>A flush that fails, or is cancelled while it writes, leaves session and objects as they were, and the transaction in
 * need of a rollback: until the savepoint around it has ended, or the session, everything else is a {@link
 * io.athanor.PendingRollbackException}.
 */
public interface Session extends Executor {
    /** The entity of this id; empty if there is none. Without a statement if the session knows it. */
    <E, K> Mono<E> get(EntityTable<E, K, ?> table, K id);

    /**
     * An object that stands for the row of this id, which is taken to exist: to refer to it without reading it. Nothing but its
     * id is set; a change of it is written all the same.
     */
    <E, K> E getReference(EntityTable<E, K, ?> table, K id);

    /**
     * Loads a relationship of an entity that is part of the session. One that is loaded already stays as it is. Loads that are
     * asked for at the same time become one statement.
     */
    default <E> Mono<E> load(E entity, Load<? super E> load) {
        return load(entity, List.of(load));
    }

    /**
     * Loads columns of an entity that were not read with it, since they are deferred or it was selected in part: each with those
     * that it is deferred together with. What was read already, or set meanwhile, stays as it is.
     *
     * <pre>{@code
     * session.load(article, ARTICLE.photo)
     * }</pre>
     */
    <E> Mono<E> load(E entity, Column<?> column, Column<?>... more);

    /** Computes an attribute of an entity anew; changes that were made are flushed first. */
    <E> Mono<E> load(E entity, Computed<? super E, ?, ?> attribute);

    /** Loads columns of many entities that were not read with them, in one statement; gives the entities in order. */
    <E> Mono<List<E>> loadAll(Collection<? extends E> entities, Column<?> column, Column<?>... more);

    /** Loads relationships of an entity that is part of the session. */
    <E> Mono<E> load(E entity, List<? extends Load<? super E>> loads);

    /** Loads a relationship of many entities that are part of the session, in one statement; gives them in order. */
    <E> Mono<List<E>> loadAll(Collection<? extends E> entities, Load<? super E> load);

    /**
     * Makes a new entity part of the session: the next flush inserts it and what it reaches. Takes back a {@link #delete}. An
     * error if the entity has a row and is not part of this session: {@link #merge} is for that.
     */
    <E> E add(E entity);

    /** Makes new entities part of the session. */
    default void addAll(Collection<?> entities) {
        entities.forEach(this::add);
    }

    /**
     * Inserts new entities as they come, a thousand at a time and each thousand as sets, and gives them in order when they are
     * inserted, with their keys and versions set. New objects that they lead to are inserted with them. None of them is kept: they
     * are not part of the session, so that millions take the memory of three thousand. The source is asked for no more than that.
     * Flushes first, and before each thousand what was changed meanwhile.
     *
     * <p>Callbacks and listeners are told of each entity, but not of these flushes. An error, or a cancel while it writes, leaves
     * the transaction in need of a rollback, as {@link #flush} does; keys stay set in what was emitted before.
     *
     * <p>A thousand is waited for: for entities that trickle in, flush what was added instead.
     */
    <E> Flux<E> insertAll(Publisher<? extends E> entities);

    /**
     * Has the next flush delete an entity, and what its relationships cascade to. One that is new is no longer part of the
     * session. An error if it is not part of the session.
     */
    void delete(Object entity);

    /** Has the next flush delete entities. */
    default void deleteAll(Collection<?> entities) {
        entities.forEach(this::delete);
    }

    /**
     * Copies the state of a detached entity, and of what its relationships cascade to, onto the session's own objects of their
     * keys, and gives that of the entity. A new object where there is no row. The given object is not touched.
     */
    <E> Mono<E> merge(E entity);

    /** The same for many, which are read together; in order. */
    <E> Mono<List<E>> mergeAll(Collection<? extends E> entities);

    /** Reads an entity's columns again, and the relationships that were loaded and cascade it; changes not flushed are lost. */
    <E> Mono<E> refresh(E entity);

    /**
     * Locks the row of an entity until the end of the transaction. Fails with {@link io.athanor.StaleDataException} if its
     * version is not the one that was read.
     */
    <E> Mono<E> lock(E entity, Lock lock);

    /** Takes an entity, and what its relationships cascade to, out of the session: changes to it are no longer written. */
    void detach(Object entity);

    /** Takes all out of the session; what was not flushed is forgotten. */
    void clear();

    /** Whether the object is part of the session, or would be with the next flush. False for what is going to be deleted. */
    boolean contains(Object entity);

    /** Writes all changes. A failure leaves session and objects as they were. */
    Mono<Void> flush();

    /**
     * Work that, if it fails or is cancelled, is undone alone: its rows, what the session knew of them, and the objects that
     * were part of the session, which become as they were when it began. Flushes first, so that this was all written.
     */
    <T> Mono<T> savepoint(Function<? super Session, ? extends Mono<T>> work);

    /** Work of many results that, if it fails or is cancelled, is undone alone. */
    <T> Flux<T> savepointMany(Function<? super Session, ? extends Flux<T>> work);
}
