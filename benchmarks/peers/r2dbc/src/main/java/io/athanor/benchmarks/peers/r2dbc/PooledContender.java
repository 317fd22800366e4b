package io.athanor.benchmarks.peers.r2dbc;

import io.athanor.benchmarks.peers.Database;
import io.athanor.benchmarks.peers.Sizes;
import io.r2dbc.pool.ConnectionPool;
import io.r2dbc.pool.ConnectionPoolConfiguration;
import io.r2dbc.postgresql.PostgresqlConnectionConfiguration;
import io.r2dbc.postgresql.PostgresqlConnectionFactory;
import io.r2dbc.spi.Connection;
import java.util.Objects;
import java.util.function.Function;
import org.jspecify.annotations.Nullable;
import org.reactivestreams.Publisher;
import reactor.core.publisher.Flux;

/** One that is given a pool of r2dbc-pool. */
public abstract class PooledContender extends ReactorContender {
    private @Nullable ConnectionPool pool;

    @Override
    public final void open(Database database, Sizes sizes) {
        PostgresqlConnectionConfiguration.Builder driver = PostgresqlConnectionConfiguration.builder()
                .host(database.host())
                .port(database.port())
                .username(database.user())
                .password(database.password())
                .database(database.name());
        configure(driver);
        pool = new ConnectionPool(ConnectionPoolConfiguration.builder(new PostgresqlConnectionFactory(driver.build()))
                .initialSize(CONNECTIONS)
                .maxSize(CONNECTIONS)
                .build());
        pool.warmup().block();
        start(sizes);
    }

    /** Options of the driver other than its defaults. */
    protected void configure(PostgresqlConnectionConfiguration.Builder driver) {}

    /** Called when the pool is there. */
    protected void start(Sizes sizes) {}

    /** The pool. */
    protected final ConnectionPool pool() {
        return Objects.requireNonNull(pool);
    }

    /** Takes and gives back a connection. */
    protected final <T> Flux<T> connected(Function<Connection, Publisher<T>> work) {
        return Flux.usingWhen(pool().create(), work, Connection::close);
    }

    @Override
    public void close() {
        pool().dispose();
    }
}
