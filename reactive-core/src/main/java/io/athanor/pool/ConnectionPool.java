package io.athanor.pool;

import io.athanor.PoolExhaustedException;
import io.r2dbc.pool.ConnectionPoolConfiguration;
import io.r2dbc.spi.Connection;
import io.r2dbc.spi.ConnectionFactory;
import io.r2dbc.spi.Wrapped;
import java.time.Clock;
import java.time.Duration;
import java.util.Set;
import java.util.concurrent.ConcurrentHashMap;
import java.util.function.BooleanSupplier;
import org.jspecify.annotations.Nullable;
import reactor.core.publisher.Mono;
import reactor.core.scheduler.Schedulers;
import reactor.pool.PoolBuilder;
import reactor.pool.PoolConfig;
import reactor.util.context.Context;
import reactor.util.context.ContextView;

/**
 * Connections kept ready, with the semantics of SQLAlchemy's {@code QueuePool}: at most {@code poolSize} idle ones are
 * kept, up to {@code poolSize + maxOverflow} are open, the rest is closed on return.
 *
 * <pre>{@code
 * ConnectionPool pool = ConnectionPool.of(connectionFactory, PoolOptions.defaults(), ConnectionHooks.NONE);
 *
 * Flux.usingWhen(pool.acquire(), connection -> work(connection), PooledConnection::release)
 * }</pre>
 *
 * <p>Opens nothing before the first acquisition. The connection last returned is handed out first; callers wait in the
 * order in which they came. Safe for use by any number of threads.
 */
public final class ConnectionPool {
    private final PoolOptions options;
    private final Generations generations = new Generations();
    private final EvictionTrigger eviction = new EvictionTrigger();
    private final Set<Acquisition> waiting = ConcurrentHashMap.newKeySet();
    private final Clock clock;
    private final Health health;
    private final Holders holders;
    private final Object holderKey = new Object();
    private final io.r2dbc.pool.ConnectionPool connections;
    private final io.r2dbc.pool.PoolMetrics counters;
    private final Mono<Void> close;
    private volatile boolean closed;

    ConnectionPool(ConnectionFactory factory, PoolOptions options, ConnectionHooks hooks, Clock clock) {
        this.options = options;
        this.clock = clock;
        this.health = new Health(options, hooks, clock);
        this.holders = new Holders(options, clock);
        this.connections = new io.r2dbc.pool.ConnectionPool(
                configuration(factory, new Opening(factory, options, hooks, generations, clock)));
        this.counters = connections.getMetrics().orElseThrow();
        this.close = Mono.defer(this::shutDown).cache();
    }

    /** A pool of the connections of a factory. */
    public static ConnectionPool of(ConnectionFactory factory, PoolOptions options, ConnectionHooks hooks) {
        return new ConnectionPool(factory, options, hooks, Clock.systemUTC());
    }

    /**
     * A connection for each subscriber, who must release it. Cancelling before it is emitted gives up the place in the
     * queue; a connection that was already on its way goes back to the pool. Meant as the resource of {@code usingWhen}:
     * an operator in between, such as {@code timeout}, may drop a connection that nobody then releases.
     *
     * <p>Fails with a {@link PoolExhaustedException} that states the pool's numbers if none becomes free within
     * {@code poolTimeout}, if more than {@code maxPending} callers wait, or if the caller holds a connection of this pool
     * (see {@link PooledConnection#markHeld}) and none is free; with the driver's error if none can be opened; with an
     * {@link IllegalStateException} if the pool is closed.
     */
    public Mono<PooledConnection> acquire() {
        return new AcquisitionMono(this, holders.place());
    }

    /** What the pool holds now. */
    public PoolMetrics metrics() {
        int allocated = counters.allocatedSize();
        return new PoolMetrics(
                options.poolSize(),
                Math.max(0, allocated - options.poolSize()),
                counters.acquiredSize(),
                counters.idleSize(),
                counters.pendingAcquireSize(),
                allocated,
                options.maxOpen());
    }

    /** What the pool was made with. */
    public PoolOptions options() {
        return options;
    }

    /**
     * Closes the pool: callers that wait get an error, idle connections are closed, and the others when they come back.
     * Completes when the idle ones are closed, for each subscriber.
     */
    public Mono<Void> close() {
        return close;
    }

    @Override
    public String toString() {
        return "ConnectionPool[" + options.name() + ": " + metrics().describe() + "]";
    }

    /**
     * Adds to a Reactor context that whoever runs under it holds a connection of this pool, while {@code holds} says so. Who
     * acquires under such a context, and would have to wait, gets a {@code PoolExhaustedException} at once: it would wait for
     * itself. Holders that are inside one another add up.
     */
    public Context markHolder(Context context, BooleanSupplier holds) {
        BooleanSupplier outer = context.getOrDefault(holderKey, null);
        BooleanSupplier any = outer == null ? holds : () -> holds.getAsBoolean() || outer.getAsBoolean();
        return context.put(holderKey, any);
    }

    Clock clock() {
        return clock;
    }

    /** Connections as r2dbc-pool hands them out: not checked, not guarded against cancellation. */
    Mono<? extends Connection> connections() {
        return connections.create();
    }

    PooledConnection lend(Connection loan, @Nullable AcquisitionPlace place) {
        PhysicalConnection physical = (PhysicalConnection) ((Wrapped<?>) loan).unwrap();
        if (physical == null) {
            throw new IllegalStateException("r2dbc-pool gave a connection that this pool did not open");
        }
        return new PooledConnection(this, loan, physical, holders.add(place));
    }

    Mono<Void> check(PhysicalConnection connection) {
        return health.check(connection);
    }

    Mono<Void> reset(PhysicalConnection connection, boolean busy) {
        return health.reset(connection, busy);
    }

    void endGeneration(PhysicalConnection dead) {
        generations.end(dead.generation());
    }

    /** Closes idle connections beyond {@code poolSize}: there are some after a race of two returns or of a cancel. */
    void trim() {
        PoolMetrics now = metrics();
        if (now.idle() > now.size() && now.pending() == 0) {
            eviction.now();
        }
    }

    /** Why an acquisition must fail before it begins, or null if it may begin. */
    @Nullable
    RuntimeException refusal(ContextView context) {
        if (closed) {
            return closedError();
        }
        PoolMetrics now = metrics();
        if (!now.isExhausted()) {
            return null;
        }
        BooleanSupplier holds = context.getOrDefault(holderKey, null);
        if (holds != null && holds.getAsBoolean()) {
            return exhausted("The caller holds a connection of the pool and would wait for a second one, which may"
                    + " never come: use the one it holds, or enlarge maxOverflow");
        }
        if (options.maxPending() != PoolOptions.UNLIMITED && now.pending() >= options.maxPending()) {
            return exhausted("Already " + now.pending() + " callers wait for a connection, and maxPending is "
                    + options.maxPending());
        }
        return null;
    }

    PoolExhaustedException timedOut(long waitedMillis) {
        return exhausted("No connection became free within "
                + options.poolTimeout().toMillis() + " ms (waited " + waitedMillis + " ms)");
    }

    PoolExhaustedException exhausted(String what) {
        return new PoolExhaustedException(
                what + ". Pool '" + options.name() + "': " + metrics().describe() + ". " + holders.describe(), null);
    }

    IllegalStateException closedError() {
        return new IllegalStateException(
                "The pool '" + options.name() + "' is closed: it gives no connections any more");
    }

    boolean isClosed() {
        return closed;
    }

    /** Remembers who must be told when the pool is closed: reactor-pool forgets callers that come at that moment. */
    void waits(Acquisition acquisition) {
        waiting.add(acquisition);
        if (closed) {
            acquisition.poolClosed();
        }
    }

    void waitsNoMore(Acquisition acquisition) {
        waiting.remove(acquisition);
    }

    private Mono<Void> shutDown() {
        closed = true;
        waiting.forEach(Acquisition::poolClosed);
        return connections.disposeLater();
    }

    /**
     * r2dbc-pool's own life times, retries, timeouts and validation are all off: its retry multiplies its timeout, its
     * timeout has no numbers, and a customized predicate replaces its checks of age.
     */
    private ConnectionPoolConfiguration configuration(ConnectionFactory factory, Opening opening) {
        return ConnectionPoolConfiguration.builder(new OpeningFactory(factory, watched(opening)))
                .name(options.name())
                .initialSize(0)
                .minIdle(options.poolMinIdle())
                .maxSize(options.maxOpen())
                .acquireRetry(0)
                .backgroundEvictionInterval(Duration.ZERO)
                // Any scheduler turns r2dbc-pool's detour by Schedulers.single() off; this one is never used.
                .allocatorSubscribeOn(Schedulers.immediate())
                .clock(clock)
                .customizer(this::customize)
                .build();
    }

    private void customize(PoolBuilder<Connection, ? extends PoolConfig<? extends Connection>> builder) {
        builder.evictionPredicate(new Eviction(options, generations, clock, this::metrics))
                .evictInBackground(Eviction.interval(options.poolMaxIdle()), eviction)
                .maxPendingAcquire(options.maxPending());
    }

    /** Tells the caller for whom a connection is opened, and closes what was opened for a caller that has gone. */
    private Mono<Connection> watched(Opening opening) {
        return Mono.deferContextual(context -> {
            context.<Acquisition>getOrEmpty(Acquisition.KEY).ifPresent(Acquisition::opening);
            return opening.open().doAfterTerminate(this::trim);
        });
    }
}
