package io.athanor.orm;

import reactor.core.publisher.Mono;

/**
 * Is told what a session does, and may do something too: the session goes on when what a method returns has completed, and fails
 * if that fails. Through the session it is given it may read and write; what it asks for there runs at once, in the midst of
 * what it is told of, and does not flush: what it changes in {@code beforeFlush} is part of that flush, what it changes later
 * of the next.
 */
public interface SessionListener {
    /** A flush begins: what is changed now is part of it. */
    default Mono<Void> beforeFlush(Session session) {
        return Mono.empty();
    }

    /** All of a flush is written, and the objects know. Not called if there was nothing to write. */
    default Mono<Void> afterFlush(Session session, FlushedEntities flushed) {
        return Mono.empty();
    }

    /** The work is done and flushed; the commit comes next. */
    default Mono<Void> beforeCommit(Session session) {
        return Mono.empty();
    }

    /** The transaction is committed. A failure is the failure of the whole, though everything is kept. */
    default Mono<Void> afterCommit() {
        return Mono.empty();
    }

    /** The transaction is rolled back, by a failure or a cancel: told on the way out, and not waited for. */
    default void afterRollback() {}
}
