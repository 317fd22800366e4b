package io.athanor.engine;

import io.athanor.ConfigurationException;
import io.athanor.compile.StatementCompiler;
import io.athanor.dialect.Dialect;
import io.athanor.dialect.Dialects;
import io.athanor.pool.ConnectionHooks;
import io.athanor.pool.ConnectionPool;
import io.athanor.pool.PoolOptions;
import io.athanor.schema.MetaData;
import io.r2dbc.spi.ConnectionFactory;
import io.r2dbc.spi.ConnectionFactoryOptions;
import io.r2dbc.spi.Wrapped;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.Objects;
import org.jspecify.annotations.Nullable;
import reactor.core.publisher.Mono;

/**
 * What can be said of an engine before it is built. Confined to one thread; every value is checked by {@link #build}.
 *
 * <pre>{@code
 * Engine engine = Engine.builder("postgresql://app:secret@localhost/shop")
 *     .poolSize(10)
 *     .poolPrePing(true)
 *     .statementTimeout(Duration.ofSeconds(30))
 *     .echo()
 *     .build();
 * }</pre>
 */
public final class EngineBuilder {
    private final @Nullable ConnectionFactoryOptions url;
    private final @Nullable ConnectionFactory given;
    private PoolOptions.Builder pool;
    private @Nullable Dialect dialect;
    private @Nullable Duration statementTimeout;
    private int statementCacheSize = StatementCompiler.DEFAULT_CACHE_SIZE;
    private StreamOptions streams = StreamOptions.DEFAULTS;
    private boolean showsValues;
    private @Nullable MetaData metaData;
    private final List<StatementListener> listeners = new ArrayList<>();

    private EngineBuilder(@Nullable ConnectionFactoryOptions url, @Nullable ConnectionFactory given) {
        this.url = url;
        this.given = given;
        this.pool = (given != null && isPool(given) ? PoolOptions.unpooled() : PoolOptions.defaults()).toBuilder();
    }

    static EngineBuilder of(ConnectionFactoryOptions url) {
        return new EngineBuilder(url, null);
    }

    static EngineBuilder of(ConnectionFactory factory) {
        return new EngineBuilder(null, factory);
    }

    /**
     * How connections are kept ready, in place of all that was said of it before; by default 5 are kept and up to 15 are
     * open. Around a factory that is a pool of r2dbc-pool none are kept: that pool does it.
     */
    public EngineBuilder pool(PoolOptions options) {
        this.pool = options.toBuilder();
        return this;
    }

    /** See {@link PoolOptions#poolSize()}. */
    public EngineBuilder poolSize(int connections) {
        pool.poolSize(connections);
        return this;
    }

    /** See {@link PoolOptions#maxOverflow()}. */
    public EngineBuilder maxOverflow(int connections) {
        pool.maxOverflow(connections);
        return this;
    }

    /** See {@link PoolOptions#poolTimeout()}. */
    public EngineBuilder poolTimeout(Duration timeout) {
        pool.poolTimeout(timeout);
        return this;
    }

    /** See {@link PoolOptions#poolRecycle()}. */
    public EngineBuilder poolRecycle(Duration age) {
        pool.poolRecycle(age);
        return this;
    }

    /** See {@link PoolOptions#poolMaxIdle()}. */
    public EngineBuilder poolMaxIdle(Duration idle) {
        pool.poolMaxIdle(idle);
        return this;
    }

    /** See {@link PoolOptions#poolPrePing()}. */
    public EngineBuilder poolPrePing(boolean ping) {
        pool.poolPrePing(ping);
        return this;
    }

    /** See {@link PoolOptions#poolMinIdle()}. */
    public EngineBuilder poolMinIdle(int connections) {
        pool.poolMinIdle(connections);
        return this;
    }

    /** See {@link PoolOptions#maxPending()}. */
    public EngineBuilder maxPending(int callers) {
        pool.maxPending(callers);
        return this;
    }

    /** See {@link PoolOptions#leakDetectionThreshold()}. */
    public EngineBuilder leakDetectionThreshold(Duration threshold) {
        pool.leakDetectionThreshold(threshold);
        return this;
    }

    /** Whose SQL is sent; by default found by what the driver says of itself. */
    public EngineBuilder dialect(Dialect other) {
        this.dialect = other;
        return this;
    }

    /**
     * How long each statement may take on the server, positive; by default as long as it takes. It is a setting of the
     * engine's sessions, so {@link #build} refuses it for a factory that is a pool, whose sessions others use too.
     */
    public EngineBuilder statementTimeout(Duration limit) {
        this.statementTimeout = TimeLimit.checked("statementTimeout", limit);
        return this;
    }

    /** How many compiled statements are kept, 0 for none; by default 500. */
    public EngineBuilder statementCacheSize(int statements) {
        this.statementCacheSize = statements;
        return this;
    }

    /**
     * Where a database cannot run a statement while rows of the same transaction stream: how many rows are read ahead for
     * those who wait, and how long nobody may take a row of a full read-ahead before the stream ends with a {@link
     * io.athanor.StreamStalledException}. By default 10,000 rows and 30 seconds.
     */
    public EngineBuilder streamSpill(int rows, Duration stall) {
        if (rows < 1 || stall.toMillis() <= 0) {
            throw new ConfigurationException("streamSpill takes at least one row and a millisecond");
        }
        this.streams = new StreamOptions(rows, stall);
        return this;
    }

    /** Logs every statement to {@code io.athanor.sql}, without its values. */
    public EngineBuilder echo() {
        return listener(new Echo());
    }

    /** Shows listeners, and so the echo, the values of statements. They may be secrets. */
    public EngineBuilder showValues() {
        this.showsValues = true;
        return this;
    }

    /** Tells {@code listener} of every statement. */
    public EngineBuilder listener(StatementListener listener) {
        listeners.add(listener);
        return this;
    }

    /**
     * The tables that statements are about: violations of their constraints then say table and columns, and the
     * constraint's name, where the database does not. By default errors say what the database says.
     */
    public EngineBuilder metaData(MetaData tables) {
        this.metaData = tables;
        return this;
    }

    /**
     * The engine. Opens no connection.
     *
     * @throws ConfigurationException if an option or the URL cannot mean anything, or the database's driver is missing
     */
    public Engine build() {
        return url == null ? around(Objects.requireNonNull(given), pool.build()) : on(url, pool.build());
    }

    private Engine on(ConnectionFactoryOptions database, PoolOptions options) {
        ConnectionUrl.requireDriver(database);
        DriverSupport support = Drivers.present().forDriver(ConnectionUrl.driver(database));
        DriverSupport.Tuned tuned = support.tune(database);
        ConnectionFactory factory = support.adopt(tuned.around().apply(ConnectionUrl.open(tuned.options())));
        return engine(support.prepare(factory, statementTimeout), support, options, TimeLimit.NONE, tuned.release());
    }

    private Engine around(ConnectionFactory factory, PoolOptions options) {
        DriverSupport support = Drivers.present().forFactory(factory);
        ConnectionFactory adopted = support.adopt(factory);
        if (isPool(factory)) {
            refuseAnotherPool(options);
            // The connections are shared with others: nothing is set on them.
            return engine(adopted, support, options, new TimeLimit(statementTimeout), Mono.empty());
        }
        ConnectionFactory prepared = statementTimeout == null ? adopted : support.prepare(adopted, statementTimeout);
        return engine(prepared, support, options, TimeLimit.NONE, Mono.empty());
    }

    private static void refuseAnotherPool(PoolOptions options) {
        if (options.poolSize() > 0) {
            throw new ConfigurationException("the connection factory is a pool already, so Athanor keeps none of its"
                    + " connections: say poolSize(0), and set the size of that pool");
        }
    }

    private Engine engine(
            ConnectionFactory factory,
            DriverSupport support,
            PoolOptions options,
            TimeLimit limit,
            Mono<Void> release) {
        Dialect chosen = dialect == null ? Dialects.of(factory.getMetadata().getName()) : dialect;
        ConnectionHooks hooks = ConnectionHooks.NONE.withOnReturn(
                connection -> support.attach(connection).reset());
        ConnectionPool connections = ConnectionPool.of(factory, options, hooks);
        Failures failures = new Failures(chosen, support, constraints(chosen));
        Verbs verbs = new Verbs(
                new StatementCompiler(chosen, statementCacheSize), new Listeners(listeners, showsValues), failures);
        return new PooledEngine(
                connections, new Leases(connections, support, streams, failures), verbs, limit, release);
    }

    private Constraints constraints(Dialect of) {
        return metaData == null
                ? Constraints.UNKNOWN
                : new ModelConstraints(metaData.constraints(of.maxIdentifierLength()));
    }

    private static boolean isPool(ConnectionFactory factory) {
        return factory instanceof io.r2dbc.pool.ConnectionPool
                || (factory instanceof Wrapped<?> wrapped
                        && wrapped.unwrap(io.r2dbc.pool.ConnectionPool.class) != null);
    }
}
