package io.athanor.engine;

import java.util.concurrent.atomic.AtomicBoolean;
import java.util.concurrent.atomic.AtomicInteger;
import org.jspecify.annotations.Nullable;
import reactor.core.publisher.Mono;
import reactor.core.publisher.Sinks;
import reactor.util.context.Context;

/**
 * One run of a transaction: a connection taken and a BEGIN sent when the first statement asks for it, a COMMIT or ROLLBACK
 * at the end if anything was begun.
 *
 * <p>Statements that come while the connection is on its way wait in a queue: they get their places on it in the order in
 * which they came, before any that come later. A statement that gives up does not take the connection from the others;
 * the end of the transaction does.
 */
final class TransactionRun {
    private final Leases leases;
    private final TransactionOptions options;
    private final Failures failures;
    private final OperationQueue entrance = new OperationQueue();
    private final AtomicInteger savepoints = new AtomicInteger();
    /** Raised by whoever is first: the connection that comes, or the end of a transaction that waits for one no more. */
    private final AtomicBoolean decided = new AtomicBoolean();

    private final Sinks.Empty<Lease> unwanted = Sinks.empty();
    private volatile @Nullable Lease taken;
    private volatile @Nullable Lane ready;
    private volatile @Nullable Throwable failure;
    private volatile @Nullable Throwable spoiled;

    TransactionRun(Leases leases, TransactionOptions options, Failures failures) {
        this.leases = leases;
        this.options = options;
        this.failures = failures;
    }

    /** The transaction's connection, in the transaction. */
    Mono<Lane> lane() {
        return Mono.defer(() -> {
            Lane lane = ready;
            return lane != null && entrance.idle() ? Mono.just(lane) : entered();
        });
    }

    private Mono<Lane> entered() {
        return entrance.mono(Mono.defer(this::enter), OnCancel.FINISH);
    }

    private Mono<Lane> enter() {
        Lane lane = ready;
        if (lane != null) {
            return Mono.just(lane);
        }
        Throwable error = failure;
        return error != null ? Mono.error(error) : begin().doOnError(failed -> failure = failed);
    }

    String nextSavepoint() {
        return "athanor_" + savepoints.incrementAndGet();
    }

    /** Ends well. An error means that nothing was committed, or that it is not known. */
    Mono<Void> commit() {
        return Mono.defer(() -> isWithoutConnection() ? Mono.empty() : entered().flatMap(this::commit));
    }

    /** What was to be undone could not be: the whole must not be committed. */
    void spoil(Throwable error) {
        spoiled = error;
    }

    /** Ends badly. Never fails: a connection that cannot be brought into order is closed. */
    Mono<Void> rollback(@Nullable Throwable error) {
        return Mono.defer(() -> isWithoutConnection()
                ? Mono.<Void>empty()
                : entered().flatMap(lane -> held().giveBackAfter(error)).onErrorComplete());
    }

    /** Whether there is no connection; from now on none will come. */
    private boolean isWithoutConnection() {
        if (!decided.compareAndSet(false, true)) {
            return false;
        }
        unwanted.tryEmitError(ended());
        return true;
    }

    /** Says in the context that whoever runs under it holds this run's connection, once it does. */
    Context markHolder(Context context) {
        return leases.markHolder(context, () -> {
            Lease held = taken;
            return held != null && held.isOpen();
        });
    }

    private Mono<Lane> begin() {
        Mono<Lease> arrival = leases.take().handle((held, sink) -> {
            if (decided.compareAndSet(false, true)) {
                sink.next(held);
            } else {
                held.abandon();
                sink.error(ended());
            }
        });
        // Not takeUntilOther: an error of the other would not cancel the acquisition.
        return Mono.firstWithSignal(unwanted.asMono(), arrival).flatMap(this::begin);
    }

    private Mono<Lane> begin(Lease held) {
        taken = held;
        return held.lane()
                .begin(options)
                .onErrorMap(error -> failures.ofStatement(error, null))
                .then(Mono.fromSupplier(() -> {
                    ready = held.lane();
                    return held.lane();
                }))
                .onErrorResume(error -> held.giveBackAfter(error).then(Mono.error(error)));
    }

    private Mono<Void> commit(Lane lane) {
        Throwable error = spoiled;
        if (error != null) {
            return held().giveBackAfter(error).then(Mono.error(error));
        }
        lane.close();
        return lane.commit()
                .onErrorMap(failed -> failures.ofStatement(failed, null))
                .onErrorResume(failed -> held().giveBackAfter(failed).then(Mono.error(failed)))
                .then(Mono.defer(() -> held().giveBack()));
    }

    private Lease held() {
        Lease held = taken;
        if (held == null) {
            throw new IllegalStateException("A transaction that was begun has no connection");
        }
        return held;
    }

    static IllegalStateException ended() {
        return new IllegalStateException(
                "This transaction, or savepoint, has ended: run its statements inside the work it was given to");
    }
}
