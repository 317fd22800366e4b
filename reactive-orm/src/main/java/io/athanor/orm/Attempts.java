package io.athanor.orm;

import io.athanor.engine.Transaction;
import org.jspecify.annotations.Nullable;
import reactor.core.publisher.Flux;
import reactor.core.publisher.Mono;

/** The sessions that one subscription of some work has had: one, and one more each time that it was run again. */
final class Attempts {
    private final Workshop workshop;
    private @Nullable SessionScope current;
    private boolean isCommitted;

    Attempts(Workshop workshop) {
        this.workshop = workshop;
    }

    /** A new session; the one before has failed. */
    SessionScope next(Transaction transaction) {
        failed();
        SessionScope next = SessionScope.of(workshop, transaction);
        synchronized (this) {
            current = next;
        }
        return next;
    }

    /** The current session is rolled back, unless it is committed. */
    void failed() {
        SessionScope failed;
        synchronized (this) {
            failed = isCommitted ? null : current;
            current = null;
        }
        if (failed != null) {
            failed.rolledBack();
            workshop.listeners().forEach(SessionListener::afterRollback);
        }
    }

    private Mono<Void> committed() {
        return Mono.defer(() -> {
            synchronized (this) {
                isCommitted = true;
            }
            return Flux.fromIterable(workshop.listeners())
                    .concatMap(SessionListener::afterCommit)
                    .then();
        });
    }

    <T> Mono<T> committing(Mono<T> transaction) {
        return transaction.flatMap(result -> committed().thenReturn(result)).switchIfEmpty(Mono.defer(() -> committed()
                .then(Mono.empty())));
    }

    <T> Flux<T> committingMany(Flux<T> transaction) {
        return transaction.concatWith(committed().then(Mono.empty()));
    }
}
