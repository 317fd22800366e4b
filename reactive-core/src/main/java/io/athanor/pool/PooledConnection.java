package io.athanor.pool;

import io.r2dbc.spi.Connection;
import java.util.concurrent.atomic.AtomicBoolean;
import reactor.core.Disposable;
import reactor.core.publisher.Mono;
import reactor.util.context.Context;

/**
 * A connection on loan from a {@link ConnectionPool}. It ends with one of {@link #release()}, {@link #discard()} and
 * {@link #invalidate()}; after that it refuses to be used, since somebody else may have it.
 *
 * <p>These three do their work once, whoever subscribes first, to the end, even if that subscriber cancels, and never
 * fail; every further subscriber sees the same end. They take at most a few times
 * {@link PoolOptions#poolAnswerTimeout()}.
 */
public final class PooledConnection extends ForwardingConnection {
    private final ConnectionPool pool;
    private final Connection loan;
    private final PhysicalConnection physical;
    private final Disposable holder;
    private final AtomicBoolean held = new AtomicBoolean(true);
    private final Mono<Void> end;
    private volatile boolean busy;

    PooledConnection(ConnectionPool pool, Connection loan, PhysicalConnection physical, Disposable holder) {
        this.pool = pool;
        this.loan = loan;
        this.physical = physical;
        this.holder = holder;
        this.end = Mono.defer(this::giveBack).cache();
    }

    /**
     * Gives the connection back. An open transaction is rolled back, the hook on return is run, then it is kept for the
     * next caller; or closed, if it is surplus, too old, or does not answer in time.
     */
    public Mono<Void> release() {
        return Mono.defer(() -> {
            held.set(false);
            return end;
        });
    }

    /**
     * {@link #release()} for a connection that came when nobody waited for it any more: it goes back whether or not anybody
     * listens. {@code then} is run when it has.
     */
    public void abandon(Runnable then) {
        Detached.run(release().doOnTerminate(then));
    }

    /** Closes the connection instead of keeping it: its state is unknown. The pool's other connections are not touched. */
    public Mono<Void> discard() {
        return Mono.defer(() -> {
            if (held.compareAndSet(true, false)) {
                physical.doom();
            }
            return end;
        });
    }

    /**
     * Closes the connection because it is dead, and takes all that were opened before it as dead too: those are closed
     * when they come back, or before they would be handed out.
     */
    public Mono<Void> invalidate() {
        return Mono.defer(() -> {
            pool.endGeneration(physical);
            return discard();
        });
    }

    /**
     * Says that a statement was given up before its end, so the database may still be sending rows or computing. The
     * release then waits for an answer before anybody else gets the connection.
     */
    public void markBusy() {
        busy = true;
    }

    /**
     * Adds to a Reactor context that its owner holds this connection. Who acquires from the same pool under such a
     * context, and would have to wait, gets a {@code PoolExhaustedException} at once: it would wait for itself.
     *
     * <pre>{@code
     * work.apply(connection).contextWrite(connection::markHeld)
     * }</pre>
     */
    public Context markHeld(Context context) {
        return pool.markHolder(context, this::isHeld);
    }

    /** Same as {@link #release()}. */
    @Override
    public Mono<Void> close() {
        return release();
    }

    /** The driver's connection. */
    @Override
    public Connection unwrap() {
        return delegate();
    }

    @Override
    public String toString() {
        return "PooledConnection[" + physical + "]";
    }

    @Override
    Connection delegate() {
        if (!held.get()) {
            throw new IllegalStateException(
                    "This connection was released and may belong to somebody else: acquire a new one");
        }
        return physical.unwrap();
    }

    PhysicalConnection physical() {
        return physical;
    }

    boolean isHeld() {
        return held.get();
    }

    private Mono<Void> giveBack() {
        holder.dispose();
        Mono<Void> reset = physical.isDoomed() ? Mono.empty() : pool.reset(physical, busy);
        return reset.then(Mono.defer(() -> Mono.from(loan.close()))).doOnTerminate(pool::trim);
    }
}
