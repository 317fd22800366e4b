package io.athanor.testing;

import org.testcontainers.postgresql.PostgreSQLContainer;

/** PostgreSQL in a container, removed by Testcontainers when the JVM ends. */
final class ContainerPostgres {
    private static final String IMAGE = "postgres:18-alpine";

    private ContainerPostgres() {}

    /** Starts a server and gives the R2DBC URL of its superuser. */
    @SuppressWarnings("resource") // Testcontainers stops it at the end of the JVM
    static String start() {
        PostgreSQLContainer container = new PostgreSQLContainer(IMAGE);
        container.setCommand(
                "postgres -c fsync=off -c wal_level=logical -c max_connections=300 -c max_prepared_transactions=16");
        container.start();
        return "r2dbc:postgresql://%s:%s@%s:%d/%s"
                .formatted(
                        container.getUsername(),
                        container.getPassword(),
                        container.getHost(),
                        container.getMappedPort(PostgreSQLContainer.POSTGRESQL_PORT),
                        container.getDatabaseName());
    }
}
