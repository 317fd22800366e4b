package io.athanor.testing;

import io.r2dbc.spi.ConnectionFactories;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/**
 * The PostgreSQL server that all test classes of a JVM share, started when it is first needed. Tried in this order:
 *
 * <ol>
 *   <li>the server that the environment variable {@value #URL_VARIABLE} names by an R2DBC URL; its user must be allowed
 *       to create databases, and those made for the tests are dropped when the JVM ends
 *   <li>a container, where a Docker engine answers
 *   <li>PostgreSQL's own binaries from Maven Central, which run as root and as an ordinary user
 * </ol>
 */
final class PostgresServer {
    static final String URL_VARIABLE = "ATHANOR_TEST_POSTGRES_URL";

    private static final Logger LOGGER = LoggerFactory.getLogger(PostgresServer.class);
    private static final Pattern URL =
            Pattern.compile("(?<server>r2dbcs?:[^/]+://[^/?]+)(/(?<database>[^?]*))?(?<options>\\?.*)?");
    private static final int FIRST_WITH_BUILTIN_LOCALE = 170_000;

    private final String url;
    private final boolean outlivesThisJvm;

    private PostgresServer(String url, boolean outlivesThisJvm) {
        this.url = url;
        this.outlivesThisJvm = outlivesThisJvm;
    }

    static PostgresServer shared() {
        return Shared.SERVER;
    }

    /** Creates an empty database and gives its URL. Text sorts by code point on every machine. */
    String createDatabase(String name) {
        String locale = versionNumber() >= FIRST_WITH_BUILTIN_LOCALE
                ? " template template0 encoding 'UTF8' locale_provider builtin builtin_locale 'C.UTF-8' locale 'C'"
                : "";
        superuser().execute("create database " + name + locale);
        if (outlivesThisJvm) {
            Runtime.getRuntime().addShutdownHook(new Thread(() -> superuser()
                    .execute("drop database if exists " + name + " with (force)")));
        }
        return databaseUrl(url, name);
    }

    static String databaseUrl(String url, String database) {
        Matcher parts = URL.matcher(url);
        if (!parts.matches()) {
            throw new IllegalArgumentException(
                    URL_VARIABLE + " is not an R2DBC URL like r2dbc:postgresql://user:password@host:5432/database");
        }
        String options = parts.group("options");
        return parts.group("server") + "/" + database + (options == null ? "" : options);
    }

    private int versionNumber() {
        return Integer.parseInt(
                String.valueOf(superuser().column("show server_version_num").get(0)));
    }

    private BlockingSql superuser() {
        return new BlockingSql(ConnectionFactories.get(url));
    }

    private static PostgresServer start() {
        String external = System.getenv(URL_VARIABLE);
        if (external != null && !external.isBlank()) {
            return new PostgresServer(external, true);
        }
        if (DockerEngine.answers()) {
            try {
                return new PostgresServer(ContainerPostgres.start(), false);
            } catch (RuntimeException e) {
                LOGGER.warn("Docker answers but could not run PostgreSQL; its own binaries are used: {}", e.toString());
            }
        }
        return new PostgresServer(PostgresBinaries.start(), false);
    }

    private static final class Shared {
        static final PostgresServer SERVER = start();
    }
}
