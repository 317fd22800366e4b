package io.athanor.pool;

import io.athanor.ConnectFailedException;
import io.r2dbc.spi.Connection;
import io.r2dbc.spi.ConnectionFactory;
import io.r2dbc.spi.Lifecycle;
import java.time.Clock;
import java.time.Duration;
import java.util.concurrent.ThreadLocalRandom;
import java.util.concurrent.atomic.AtomicBoolean;
import reactor.core.publisher.Mono;

/** Opens connections: connects, runs the hook on new connections, and gives up in time without losing one. */
final class Opening {
    /** How much younger than {@code poolRecycle} a connection may be replaced. */
    private static final double JITTER = 0.1;

    private final ConnectionFactory factory;
    private final PoolOptions options;
    private final ConnectionHooks hooks;
    private final Generations generations;
    private final Clock clock;

    Opening(
            ConnectionFactory factory,
            PoolOptions options,
            ConnectionHooks hooks,
            Generations generations,
            Clock clock) {
        this.factory = factory;
        this.options = options;
        this.hooks = hooks;
        this.generations = generations;
        this.clock = clock;
    }

    /**
     * A new connection for each subscriber. Cancelling is of no effect on the work: a connection that comes after the
     * timeout is closed.
     */
    Mono<Connection> open() {
        return Mono.defer(() -> {
            AtomicBoolean decided = new AtomicBoolean();
            Mono<Connection> opening = connect()
                    .flatMap(connection -> decided.compareAndSet(false, true)
                            ? Mono.just(connection)
                            : connection.close().then(Mono.<Connection>empty()))
                    .cache();
            Mono<Connection> tooLate =
                    Mono.defer(() -> decided.compareAndSet(false, true) ? Mono.error(timedOut()) : opening);
            return opening.timeout(options.poolConnectTimeout(), tooLate);
        });
    }

    private Mono<PhysicalConnection> connect() {
        return Mono.defer(() -> {
            int generation = generations.current();
            return Mono.<Connection>from(factory.create())
                    .switchIfEmpty(Mono.error(() -> new ConnectFailedException(
                            "The driver ended without a connection and without an error", null)))
                    .map(connection -> wrapped(connection, generation))
                    .flatMap(this::initialised);
        });
    }

    private PhysicalConnection wrapped(Connection connection, int generation) {
        long now = clock.millis();
        return new PhysicalConnection(connection, generation, now, expiry(now), options.poolAnswerTimeout());
    }

    private long expiry(long now) {
        Duration recycle = options.poolRecycle();
        if (recycle == null) {
            return Long.MAX_VALUE;
        }
        double fraction = 1 - ThreadLocalRandom.current().nextDouble(JITTER);
        return now + Math.max(1, (long) (recycle.toMillis() * fraction));
    }

    private Mono<PhysicalConnection> initialised(PhysicalConnection connection) {
        Connection driver = connection.unwrap();
        return Mono.defer(() -> Mono.from(hooks.onConnect().apply(driver)))
                .then(Mono.defer(() ->
                        driver instanceof Lifecycle lifecycle ? Mono.from(lifecycle.postAllocate()) : Mono.empty()))
                .onErrorResume(error -> connection.close().then(Mono.error(error)))
                .thenReturn(connection);
    }

    private ConnectFailedException timedOut() {
        return new ConnectFailedException(
                "No connection could be opened within "
                        + options.poolConnectTimeout().toMillis()
                        + " ms: the database does not answer. The option poolConnectTimeout of the pool '"
                        + options.name() + "' sets this limit",
                null);
    }
}
