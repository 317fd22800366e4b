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
    private boolean isToBeTold;

    Attempts(Workshop workshop) {
        this.workshop = workshop;
    }

    /** A new session; the one before has failed. */
    Mono<SessionScope> next(Transaction transaction) {
        return Mono.defer(() -> {
            failed();
            return tellOfRollback().then(Mono.fromSupplier(() -> open(transaction)));
        });
    }

    private synchronized SessionScope open(Transaction transaction) {
        SessionScope next = SessionScope.of(workshop, transaction);
        current = next;
        return next;
    }

    /** The current session is rolled back, unless it is committed. */
    private void failed() {
        SessionScope failed;
        synchronized (this) {
            failed = isCommitted ? null : current;
            current = null;
            isToBeTold |= failed != null;
        }
        if (failed != null) {
            failed.rolledBack();
        }
    }

    private Mono<Void> tellOfRollback() {
        return Mono.defer(() -> {
            synchronized (this) {
                if (!isToBeTold) {
                    return Mono.empty();
                }
                isToBeTold = false;
            }
            return workshop.listeners().tell("afterRollback", SessionListener::afterRollback);
        });
    }

    private Mono<Void> tellOfRollback(Throwable error) {
        return tellOfRollback().onErrorResume(failure -> {
            error.addSuppressed(failure);
            return Mono.empty();
        });
    }

    private Mono<Void> committed() {
        return Mono.defer(() -> {
            synchronized (this) {
                isCommitted = true;
            }
            return workshop.listeners().tell("afterCommit", SessionListener::afterCommit);
        });
    }

    /** All of it, with what listeners do after it. */
    <T> Mono<T> around(Mono<T> transaction) {
        Mono<T> ending = transaction.doOnError(error -> failed()).doOnCancel(this::failed);
        Mono<T> told = workshop.listeners().isEmpty()
                ? ending
                : Mono.usingWhen(
                        Mono.just(this),
                        attempts -> ending,
                        attempts -> Mono.empty(),
                        Attempts::tellOfRollback,
                        Attempts::tellOfRollback);
        return told.flatMap(result -> committed().thenReturn(result))
                .switchIfEmpty(Mono.defer(() -> committed().then(Mono.empty())));
    }

    /** All of it, with what listeners do after it. */
    <T> Flux<T> around(Flux<T> transaction) {
        Flux<T> ending = transaction.doOnError(error -> failed()).doOnCancel(this::failed);
        Flux<T> told = workshop.listeners().isEmpty()
                ? ending
                : Flux.usingWhen(
                        Mono.just(this),
                        attempts -> ending,
                        attempts -> Mono.empty(),
                        Attempts::tellOfRollback,
                        Attempts::tellOfRollback);
        return told.concatWith(committed().then(Mono.empty()));
    }
}
