package io.athanor.benchmarks.core;

import io.zonky.test.db.postgres.embedded.EmbeddedPostgres;
import java.io.File;
import java.io.IOException;
import java.io.UncheckedIOException;

/**
 * The PostgreSQL that is measured: the one that {@code ATHANOR_BENCHMARK_URL} names, or one started from PostgreSQL's own
 * binaries for as long as this JVM lives.
 */
public final class BenchmarkServer {
    private static final String VARIABLE = "ATHANOR_BENCHMARK_URL";

    private BenchmarkServer() {}

    /** Its URL as R2DBC writes it. What is in its database may be dropped. */
    public static String url() {
        return Shared.URL;
    }

    private static String start() {
        String given = System.getenv(VARIABLE);
        if (given != null) {
            return given;
        }
        File directory =
                new File(System.getProperty("java.io.tmpdir"), "athanor-postgres-" + System.getProperty("user.name"));
        try {
            int port = EmbeddedPostgres.builder()
                    .setOverrideWorkingDirectory(directory)
                    .setServerConfig("jit", "off")
                    .setServerConfig("shared_buffers", "256MB")
                    .setServerConfig("max_connections", "100")
                    .start()
                    .getPort();
            return "r2dbc:postgresql://postgres@localhost:" + port + "/postgres";
        } catch (IOException failed) {
            throw new UncheckedIOException(failed);
        }
    }

    private static final class Shared {
        static final String URL = start();
    }
}
