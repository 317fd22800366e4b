package io.athanor.engine;

import io.athanor.AthanorException;
import io.athanor.pool.ConnectionPool;
import io.athanor.pool.PooledConnection;
import java.util.concurrent.atomic.AtomicBoolean;
import java.util.concurrent.atomic.AtomicInteger;
import java.util.function.BooleanSupplier;
import java.util.function.Function;
import org.jspecify.annotations.Nullable;
import reactor.core.publisher.Flux;
import reactor.core.publisher.Mono;
import reactor.core.publisher.Sinks;
import reactor.util.context.Context;

/** Connections of the pool with their lanes, for the length of one piece of work. */
final class Leases {
    private final ConnectionPool pool;
    private final DriverSupport support;
    private final StreamOptions options;
    private final Failures failures;
    private final AtomicInteger outstanding = new AtomicInteger();
    private final Sinks.Empty<Void> allBack = Sinks.empty();
    private volatile boolean closing;

    Leases(ConnectionPool pool, DriverSupport support, StreamOptions options, Failures failures) {
        this.pool = pool;
        this.support = support;
        this.options = options;
        this.failures = failures;
    }

    /** Work on a connection that goes back in order whatever happens: complete, error or cancel. */
    <T> Flux<T> use(Function<Lane, Flux<T>> work) {
        return Flux.defer(() -> {
            Holder holder = new Holder();
            return Flux.usingWhen(
                    connections(),
                    connection -> work.apply(holder.open(connection)),
                    connection -> holder.giveBack(),
                    (connection, error) -> holder.giveBackAfter(connection, error),
                    connection -> holder.giveBackAfter(connection, null));
        });
    }

    /** A lease that the caller must give back. Never cancel it. */
    Mono<Lease> take() {
        return connections().map(this::lease);
    }

    /** Says in the context that whoever runs under it holds a connection while {@code holds} says so. */
    Context markHolder(Context context, BooleanSupplier holds) {
        return pool.markHolder(context, holds);
    }

    private Mono<PooledConnection> connections() {
        return pool.acquire().onErrorMap(failures::ofConnecting);
    }

    private Lease lease(PooledConnection connection) {
        Lane lane = new Lane(support.attach(connection), options);
        outstanding.incrementAndGet();
        AtomicBoolean ended = new AtomicBoolean();
        return new Lease(connection, lane, () -> {
            if (ended.compareAndSet(false, true) && outstanding.decrementAndGet() == 0 && closing) {
                allBack.tryEmitEmpty();
            }
        });
    }

    /** Completes when every connection is back. Only after the pool was closed, which lends no more. */
    Mono<Void> allBack() {
        return Mono.defer(() -> {
            closing = true;
            if (outstanding.get() == 0) {
                allBack.tryEmitEmpty();
            }
            return allBack.asMono();
        });
    }

    /** The lease that a use makes once it has a connection. */
    private final class Holder {
        private @Nullable Lease lease;

        Lane open(PooledConnection connection) {
            Lease opened = lease(connection);
            lease = opened;
            return opened.lane();
        }

        Mono<Void> giveBack() {
            return lease == null ? Mono.empty() : lease.giveBack();
        }

        Mono<Void> giveBackAfter(PooledConnection connection, @Nullable Throwable error) {
            if (error != null && !(error instanceof AthanorException)) {
                connection.markBusy(); // who failed, and whether the result was read to its end, is not known
            }
            return lease == null ? connection.discard() : lease.giveBackAfter(error);
        }
    }
}
