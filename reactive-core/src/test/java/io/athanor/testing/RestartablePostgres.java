package io.athanor.testing;

import io.r2dbc.spi.ConnectionFactories;
import io.r2dbc.spi.ConnectionFactory;
import io.zonky.test.db.postgres.embedded.EmbeddedPostgres;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import org.jspecify.annotations.Nullable;

/**
 * A PostgreSQL server of one test alone, which may stop and start it. Port and data stay the same, so that its URL and
 * connection factory remain valid. Takes about a second to start for the first time.
 *
 * <pre>{@code
 * try (RestartablePostgres postgres = RestartablePostgres.start()) {
 *     Engine engine = Engine.of(postgres.url());
 *     postgres.restart();
 * }
 * }</pre>
 */
public final class RestartablePostgres implements AutoCloseable {
    private final Path dataDirectory;
    private final int port;
    private final ConnectionFactory connectionFactory;
    private @Nullable EmbeddedPostgres running;

    private RestartablePostgres(Path dataDirectory) throws IOException {
        this.dataDirectory = dataDirectory;
        this.running = PostgresBinaries.configured()
                .setDataDirectory(dataDirectory)
                .setCleanDataDirectory(false)
                .start();
        this.port = running.getPort();
        this.connectionFactory = ConnectionFactories.get(url());
    }

    /** A new server, running. */
    public static RestartablePostgres start() {
        try {
            Path directory = Files.createTempDirectory("athanor-postgres-data-");
            TemporaryFiles.deleteAtExit(directory);
            return new RestartablePostgres(directory);
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    /** The R2DBC URL of the superuser's database. */
    public String url() {
        return PostgresBinaries.url(port);
    }

    /** Opens a new connection for each subscriber, without a pool. */
    public ConnectionFactory connectionFactory() {
        return connectionFactory;
    }

    /** Runs statements without parameters one after another on one connection of its own, in autocommit mode. */
    public void execute(String... statements) {
        new BlockingSql(connectionFactory).execute(statements);
    }

    /** The first column of every row of a query. */
    public List<@Nullable Object> column(String query) {
        return new BlockingSql(connectionFactory).column(query);
    }

    /** Stops the server as an administrator would: every connection is terminated. */
    public void stop() {
        EmbeddedPostgres server = running;
        if (server != null) {
            running = null;
            try {
                server.close();
            } catch (IOException e) {
                throw new UncheckedIOException(e);
            }
        }
    }

    /** Stops the server and starts it again; every connection is dead, new ones can be opened at once. */
    public void restart() {
        stop();
        try {
            running = PostgresBinaries.configured()
                    .setDataDirectory(dataDirectory)
                    .setCleanDataDirectory(false)
                    .setPort(port)
                    .start();
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    @Override
    public void close() {
        stop();
    }
}
