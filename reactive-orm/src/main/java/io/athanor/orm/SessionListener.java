package io.athanor.orm;

import reactor.core.publisher.Mono;

/**
 * Is told what a session does, and may do something too: the session goes on when what a method returns has completed, and what
 * it does fails if that fails. Several are told one after another. Beside the callbacks of {@code jakarta.persistence}, which are
 * called first and cannot wait for anything.
 *
 * <pre>{@code
 * Sessions audited = sessions.listener(new SessionListener() {
 *     public Mono<Void> beforeUpdate(Session session, Object entity) {
 *         return entity instanceof Article article
 *                 ? userOf().doOnNext(user -> article.changedBy = user).then()
 *                 : Mono.empty();
 *     }
 * });
 * }</pre>
 *
 * <p>Through the session that it is given it may read, write, add and delete. What it asks for there runs at once, in the midst
 * of what it is told of, and does not flush; savepoints are refused. What it changes before something is written is part of
 * that flush; what it changes later, of the next. A statement that it runs is not awaited by others but through what it returns.
 *
 * <p>An error before a flush writes leaves the session as it is: nothing was written. An error after it is the flush's too, though
 * all is written and the objects know; it is undone if the error ends the session or a savepoint.
 */
public interface SessionListener {
    /** A flush begins: what is changed now is part of it. */
    default Mono<Void> beforeFlush(Session session) {
        return Mono.empty();
    }

    /**
     * A new entity is about to be inserted, once in each flush; nothing of the flush is written yet. What is changed of it is
     * inserted, and what is added or deleted is part of the flush, and told of too.
     */
    default Mono<Void> beforeInsert(Session session, Object entity) {
        return Mono.empty();
    }

    /** A new entity is inserted, all others of the flush are written, and the objects know keys, versions and defaults. */
    default Mono<Void> afterInsert(Session session, Object entity) {
        return Mono.empty();
    }

    /** An entity that was changed is about to be updated; else as {@link #beforeInsert}. The new version is not set yet. */
    default Mono<Void> beforeUpdate(Session session, Object entity) {
        return Mono.empty();
    }

    /** An entity is updated, and all others of the flush are written. */
    default Mono<Void> afterUpdate(Session session, Object entity) {
        return Mono.empty();
    }

    /** An entity is about to be deleted, by itself or by a cascade; {@link Session#add} keeps one that was deleted by itself. */
    default Mono<Void> beforeDelete(Session session, Object entity) {
        return Mono.empty();
    }

    /** An entity is deleted, and all others of the flush are written; it is no longer part of the session. */
    default Mono<Void> afterDelete(Session session, Object entity) {
        return Mono.empty();
    }

    /**
     * An entity was read, with what the query loads along, and is not yet passed on. Told once for each object, not when a query
     * meets it again; told anew after a refresh.
     */
    default Mono<Void> afterLoad(Session session, Object entity) {
        return Mono.empty();
    }

    /** All of a flush is written, and the objects know. Not called if there was nothing to write. */
    default Mono<Void> afterFlush(Session session, FlushedEntities flushed) {
        return Mono.empty();
    }

    /** The work is done and flushed; the commit comes next. What is changed now is flushed too. */
    default Mono<Void> beforeCommit(Session session) {
        return Mono.empty();
    }

    /** The transaction is committed. A failure is the failure of the whole, though everything is kept. */
    default Mono<Void> afterCommit() {
        return Mono.empty();
    }

    /**
     * The transaction is rolled back, by a failure, which is passed on when this has completed; its own failure is added to that
     * as suppressed. Or it was cancelled and is being rolled back: nobody waits then.
     */
    default Mono<Void> afterRollback() {
        return Mono.empty();
    }
}
