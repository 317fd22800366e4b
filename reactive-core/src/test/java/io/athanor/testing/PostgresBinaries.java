package io.athanor.testing;

import io.zonky.test.db.postgres.embedded.EmbeddedPostgres;
import java.io.File;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.util.Map;

/** PostgreSQL's own binaries, unpacked from their jar: no Docker, no installation, root or not. */
final class PostgresBinaries {
    private static final Map<String, String> SERVER_CONFIG = Map.of(
            "fsync", "off",
            "full_page_writes", "off",
            "synchronous_commit", "off",
            "wal_level", "logical",
            "max_connections", "300",
            "max_prepared_transactions", "16");

    private PostgresBinaries() {}

    /** Starts a server that a shutdown hook stops, and gives the R2DBC URL of its superuser. */
    static String start() {
        try {
            return url(configured().start().getPort());
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    static EmbeddedPostgres.Builder configured() {
        EmbeddedPostgres.Builder builder = EmbeddedPostgres.builder().setOverrideWorkingDirectory(workingDirectory());
        SERVER_CONFIG.forEach(builder::setServerConfig);
        return builder;
    }

    static String url(int port) {
        return "r2dbc:postgresql://postgres@localhost:" + port + "/postgres";
    }

    /**
     * One directory for each user, since nobody can unpack into what another user owns. JVMs of one user share what was
     * unpacked first: the unpacking holds a file lock.
     */
    private static File workingDirectory() {
        return new File(System.getProperty("java.io.tmpdir"), "athanor-postgres-" + System.getProperty("user.name"));
    }
}
