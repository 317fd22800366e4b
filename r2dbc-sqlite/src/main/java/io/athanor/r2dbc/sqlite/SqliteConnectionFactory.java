package io.athanor.r2dbc.sqlite;

import io.r2dbc.spi.Connection;
import io.r2dbc.spi.ConnectionFactory;
import io.r2dbc.spi.ConnectionFactoryMetadata;
import io.r2dbc.spi.ConnectionFactoryOptions;
import reactor.core.publisher.Mono;

/**
 * Connections to one SQLite database.
 *
 * <pre>{@code
 * ConnectionFactory factory = SqliteConnectionFactory.of("sqlite:shop.db?journalMode=wal");
 * Flux<String> names = Flux.usingWhen(factory.create(),
 *         connection -> Flux.from(connection.createStatement("SELECT name FROM item WHERE price < :limit")
 *                         .bind("limit", 100).execute())
 *                 .concatMap(result -> result.map(row -> row.get("name", String.class))),
 *         Connection::close);
 * }</pre>
 */
public final class SqliteConnectionFactory implements ConnectionFactory {
    static final String NAME = "SQLite";

    private final Configuration configuration;
    private final WorkerThreads threads;

    private SqliteConnectionFactory(Configuration configuration) {
        this.configuration = configuration;
        this.threads = new WorkerThreads(configuration.location().name(), configuration.maxConnections());
    }

    /**
     * For a URL, which may leave out {@code r2dbc:} and need not have slashes: {@code sqlite:shop.db} and {@code sqlite:///shop.db} are a
     * file in the working directory, {@code sqlite:/var/shop.db} and {@code sqlite:////var/shop.db} an absolute one, {@code sqlite::memory:}
     * and {@code sqlite://} a private database in memory, {@code sqlite:mem:///name} one that connections share.
     *
     * @throws IllegalArgumentException if it is no URL of this kind, or an option in it makes no sense
     */
    public static SqliteConnectionFactory of(String url) {
        return of(SqliteUrl.parse(url));
    }

    /**
     * For the SPI's {@code database} and the options in {@link SqliteOptions}.
     *
     * @throws IllegalArgumentException if an option makes no sense
     */
    public static SqliteConnectionFactory of(ConnectionFactoryOptions options) {
        return new SqliteConnectionFactory(new ConfigurationReader(options).read());
    }

    /**
     * A connection of its own for every subscriber, opened on its own thread when it is asked for. Cancelled before it is open, it is
     * closed. Fails with {@code R2dbcTransientResourceException} when {@code maxConnections} are open.
     */
    @Override
    public Mono<Connection> create() {
        return new ConnectionMono(configuration, threads);
    }

    @Override
    public ConnectionFactoryMetadata getMetadata() {
        return () -> NAME;
    }

    @Override
    public String toString() {
        return configuration.toString();
    }
}
