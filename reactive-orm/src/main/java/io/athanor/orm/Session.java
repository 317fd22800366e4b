package io.athanor.orm;

import io.athanor.engine.Executor;
import io.athanor.orm.mapping.EntityTable;
import io.athanor.orm.mapping.Load;
import java.util.function.Function;
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
 * mutable object is.
 */
public interface Session extends Executor {
    /** The entity of this id; empty if there is none. Without a statement if the session knows it. */
    <E, K> Mono<E> get(EntityTable<E, K, ?> table, K id);

    /** Loads relationships of an entity that is part of the session. Those that are loaded already stay as they are. */
    <E> Mono<E> load(E entity, Load<? super E> first, Load<?>... more);

    /** Makes a new entity, and what it reaches, part of the session: the next flush inserts it. */
    <E> E add(E entity);

    /** Has the next flush delete an entity, and what its relationships cascade to. */
    void delete(Object entity);

    /** Copies the state of a detached entity onto the session's own object of its key, and gives that. */
    <E> Mono<E> merge(E entity);

    /** Reads an entity's columns again, and the relationships that were loaded and cascade it; changes not flushed are lost. */
    <E> Mono<E> refresh(E entity);

    /** Takes an entity, and what its relationships cascade to, out of the session: changes to it are no longer written. */
    void detach(Object entity);

    /** Takes all out of the session; what was not flushed is forgotten. */
    void clear();

    /** Whether the object is part of the session. */
    boolean contains(Object entity);

    /** Writes all changes. The session is unchanged if that fails. */
    Mono<Void> flush();

    /** Work that, if it fails, is undone alone: its rows and what the session knew of them. */
    <T> Mono<T> savepoint(Function<? super Session, ? extends Mono<T>> work);

    /** Work of many results that, if it fails, is undone alone. */
    <T> Flux<T> savepointMany(Function<? super Session, ? extends Flux<T>> work);
}
