package io.athanor.engine;

import java.util.concurrent.atomic.AtomicInteger;
import java.util.concurrent.atomic.AtomicReference;
import org.jspecify.annotations.Nullable;
import reactor.core.publisher.Mono;
import reactor.util.context.Context;

/**
 * One run of a transaction: a connection taken and a BEGIN sent when the first statement asks for it, a COMMIT or ROLLBACK
 * at the end if anything was begun.
 */
final class TransactionRun {
    private final Leases leases;
    private final TransactionOptions options;
    private final Failures failures;
    private final AtomicReference<State> state = new AtomicReference<>(State.NEW);
    private final AtomicInteger savepoints = new AtomicInteger();
    private final Mono<Lease> lease;
    private volatile @Nullable Lease taken;

    TransactionRun(Leases leases, TransactionOptions options, Failures failures) {
        this.leases = leases;
        this.options = options;
        this.failures = failures;
        this.lease = Mono.defer(this::begin).cache(); // what waits here is never cancelled half way
    }

    /** The transaction's connection, in the transaction. */
    Mono<Lane> lane() {
        return Mono.defer(() -> {
            state.compareAndSet(State.NEW, State.BEGUN);
            return state.get() == State.ENDED ? Mono.error(Scope.ended()) : lease.map(Lease::lane);
        });
    }

    String nextSavepoint() {
        return "athanor_" + savepoints.incrementAndGet();
    }

    /** Ends well. An error means that nothing was committed, or that it is not known. */
    Mono<Void> commit() {
        return Mono.defer(() -> end() ? lease.flatMap(this::commit) : Mono.empty());
    }

    /** Ends badly. Never fails: a connection that cannot be brought into order is closed. */
    Mono<Void> rollback(@Nullable Throwable error) {
        return Mono.defer(
                () -> end() ? lease.flatMap(held -> held.giveBackAfter(error)).onErrorComplete() : Mono.empty());
    }

    /** Says in the context that whoever runs under it holds this run's connection, once it does. */
    Context markHolder(Context context) {
        return leases.markHolder(context, () -> {
            Lease held = taken;
            return held != null && held.isOpen();
        });
    }

    /** Whether there is something to end. What comes later finds it ended: it takes no connection that nobody gives back. */
    private boolean end() {
        return state.getAndSet(State.ENDED) == State.BEGUN;
    }

    private Mono<Lease> begin() {
        return leases.take().flatMap(held -> {
            taken = held;
            return held.lane()
                    .begin(options)
                    .onErrorMap(error -> failures.ofStatement(error, null))
                    .thenReturn(held)
                    .onErrorResume(error -> held.giveBackAfter(error).then(Mono.error(error)));
        });
    }

    private Mono<Void> commit(Lease held) {
        held.lane().close();
        return held.lane()
                .commit()
                .onErrorMap(error -> failures.ofStatement(error, null))
                .onErrorResume(error -> held.giveBackAfter(error).then(Mono.error(error)))
                .then(held.giveBack());
    }

    private enum State {
        NEW,
        BEGUN,
        ENDED
    }
}
