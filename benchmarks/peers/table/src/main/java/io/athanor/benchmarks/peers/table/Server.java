package io.athanor.benchmarks.peers.table;

import io.athanor.benchmarks.peers.Database;
import io.zonky.test.db.postgres.embedded.EmbeddedPostgres;
import java.io.File;
import java.io.IOException;
import java.util.Map;
import org.jspecify.annotations.Nullable;

/** The PostgreSQL that all work on: one of our own, from its binaries on Maven Central, or one that is given. */
final class Server implements AutoCloseable {
    private static final Map<String, String> CONFIGURATION = Map.of(
            "fsync", "off",
            "full_page_writes", "off",
            "synchronous_commit", "off",
            "shared_buffers", "1GB",
            "work_mem", "64MB",
            "max_wal_size", "8GB",
            "max_connections", "200",
            "autovacuum", "off",
            "jit", "off");

    private final Database database;
    private final @Nullable EmbeddedPostgres own;

    private Server(Database database, @Nullable EmbeddedPostgres own) {
        this.database = database;
        this.own = own;
    }

    static Server of(String url) throws IOException {
        if (!url.isEmpty()) {
            return new Server(Database.parse(url), null);
        }
        EmbeddedPostgres.Builder builder = EmbeddedPostgres.builder()
                .setOverrideWorkingDirectory(new File(
                        System.getProperty("java.io.tmpdir"), "athanor-postgres-" + System.getProperty("user.name")));
        CONFIGURATION.forEach(builder::setServerConfig);
        EmbeddedPostgres postgres = builder.start();
        return new Server(new Database("localhost", postgres.getPort(), "postgres", "", "postgres"), postgres);
    }

    Database database() {
        return database;
    }

    @Override
    public void close() throws IOException {
        if (own != null) {
            own.close();
        }
    }
}
