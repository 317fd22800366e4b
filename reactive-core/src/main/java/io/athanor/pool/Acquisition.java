package io.athanor.pool;

import io.athanor.ConnectionLostException;
import io.r2dbc.spi.Connection;
import java.util.concurrent.atomic.AtomicReference;
import org.jspecify.annotations.Nullable;
import org.reactivestreams.Subscription;
import reactor.core.CoreSubscriber;
import reactor.core.publisher.Operators;
import reactor.pool.PoolAcquirePendingLimitException;
import reactor.pool.PoolShutdownException;
import reactor.util.context.Context;

/**
 * One caller on its way to a connection. Owns the one decision that everybody else may want to make too: whether the
 * caller gets a connection, an error, or has gone. Whoever moves {@link #state} out of a phase acts; all others find the
 * phase over, and a connection that comes too late is released.
 *
 * <p>A connection that fails its check is replaced, up to {@value #ATTEMPTS} times in all. While it is checked, a cancel
 * only ends the phase: the check goes on, because a connection with a ping in flight must not be given to others.
 */
final class Acquisition implements Subscription {
    /** Under which the one who opens a connection finds, in the context, for whom. */
    static final Object KEY = Acquisition.class;

    private static final int ATTEMPTS = 3;

    private final ConnectionPool pool;
    private final @Nullable AcquisitionPlace place;
    private final CoreSubscriber<? super PooledConnection> actual;
    private final Context context;
    private final AtomicReference<Phase> state = new AtomicReference<>(Phase.NEW);
    private final long startedAt;
    private int attempts;
    private volatile @Nullable Waiter waiter;

    Acquisition(
            ConnectionPool pool, @Nullable AcquisitionPlace place, CoreSubscriber<? super PooledConnection> actual) {
        this.pool = pool;
        this.place = place;
        this.actual = actual;
        this.context = actual.currentContext().put(KEY, this);
        this.startedAt = pool.clock().millis();
    }

    @Override
    public void request(long n) {
        if (Operators.validate(n) && state.compareAndSet(Phase.NEW, Phase.WAITING)) {
            RuntimeException refusal = pool.refusal(context);
            if (refusal == null) {
                attempt();
            } else {
                fail(Phase.WAITING, refusal);
            }
        }
    }

    @Override
    public void cancel() {
        Phase ended = state.getAndSet(Phase.OVER);
        if (ended == Phase.WAITING || ended == Phase.OPENING) {
            stopWaiting();
            pool.trim();
        }
    }

    /** A connection is being opened for this caller: it does not wait for others any more. */
    void opening() {
        state.compareAndSet(Phase.WAITING, Phase.OPENING);
    }

    /** The time of a waiter is over. */
    void timeout(Waiter waited) {
        if (waiter == waited && state.compareAndSet(Phase.WAITING, Phase.OVER)) {
            // The numbers are read first, while this caller is one of those that wait.
            RuntimeException error = pool.timedOut(pool.clock().millis() - startedAt);
            stopWaiting();
            actual.onError(error);
        }
    }

    void poolClosed() {
        if (state.compareAndSet(Phase.WAITING, Phase.OVER)) {
            stopWaiting();
            actual.onError(pool.closedError());
        }
    }

    /** r2dbc-pool gives a connection. */
    void arrived(Connection loan) {
        PooledConnection connection = pool.lend(loan, place);
        pool.waitsNoMore(this);
        if (state.compareAndSet(Phase.OPENING, Phase.CHECKING)) {
            handOver(connection);
        } else if (state.compareAndSet(Phase.WAITING, Phase.CHECKING)) {
            pool.check(connection.physical()).subscribe(new Check(this, connection));
        } else {
            Detached.run(connection.release());
        }
    }

    /** r2dbc-pool gives none. */
    void failed(Throwable error) {
        Throwable told = error;
        if (error instanceof PoolShutdownException) {
            told = pool.closedError();
        } else if (error instanceof PoolAcquirePendingLimitException) {
            told = pool.exhausted("Too many callers wait for a connection: maxPending is "
                    + pool.options().maxPending());
        }
        if (!fail(Phase.OPENING, told) && !fail(Phase.WAITING, told)) {
            Detached.dropped(error);
        }
    }

    void handOver(PooledConnection connection) {
        if (pool.isClosed() && fail(Phase.CHECKING, pool.closedError())) {
            Detached.run(connection.release());
        } else if (state.compareAndSet(Phase.CHECKING, Phase.OVER)) {
            actual.onNext(connection);
            actual.onComplete();
        } else {
            Detached.run(connection.release());
        }
    }

    void unhealthy(PooledConnection connection, Throwable error) {
        Detached.run(connection.invalidate());
        if (attempts >= ATTEMPTS) {
            fail(
                    Phase.CHECKING,
                    new ConnectionLostException(
                            attempts + " connections in a row did not answer when they were to be handed out", error));
        } else if (state.compareAndSet(Phase.CHECKING, Phase.WAITING)) {
            attempt();
        }
    }

    private void attempt() {
        attempts++;
        Waiter next = new Waiter(this, context);
        waiter = next;
        pool.connections().subscribe(next);
        if (state.get() == Phase.WAITING) {
            next.startTimer(
                    pool.options().poolTimeout().toMillis() - (pool.clock().millis() - startedAt));
            pool.waits(this);
        }
        if (state.get() == Phase.OVER) {
            stopWaiting();
        }
    }

    boolean isWaiting(Waiter asking) {
        return waiter == asking && state.get() == Phase.WAITING;
    }

    private boolean fail(Phase phase, Throwable error) {
        if (!state.compareAndSet(phase, Phase.OVER)) {
            return false;
        }
        stopWaiting();
        actual.onError(error);
        return true;
    }

    private void stopWaiting() {
        pool.waitsNoMore(this);
        Waiter current = waiter;
        if (current != null) {
            current.cancel();
        }
    }

    private enum Phase {
        NEW,
        WAITING,
        OPENING,
        CHECKING,
        OVER
    }
}
