package io.athanor.engine;

import io.athanor.ConfigurationException;
import io.r2dbc.spi.ConnectionFactories;
import io.r2dbc.spi.ConnectionFactory;
import io.r2dbc.spi.ConnectionFactoryOptions;
import java.util.Locale;
import java.util.Map;

/** A database's URL: R2DBC's, with or without {@code r2dbc:} before it. Messages never show it: it may hold a password. */
final class ConnectionUrl {
    private static final String PREFIX = "r2dbc:";
    private static final Map<String, String> ARTIFACTS = Map.of(
            "postgresql", "org.postgresql:r2dbc-postgresql",
            "h2", "io.r2dbc:r2dbc-h2",
            "mariadb", "org.mariadb:r2dbc-mariadb",
            "mysql", "io.asyncer:r2dbc-mysql",
            "mssql", "io.r2dbc:r2dbc-mssql",
            "oracle", "com.oracle.database.r2dbc:oracle-r2dbc",
            "sqlite", "io.athanor:r2dbc-sqlite",
            "pool", "io.r2dbc:r2dbc-pool");

    private ConnectionUrl() {}

    /** What the URL says. */
    static ConnectionFactoryOptions parse(String url) {
        String lower = url.toLowerCase(Locale.ROOT);
        if (lower.startsWith("jdbc:")) {
            throw new ConfigurationException("the database's URL begins with jdbc:, which is for blocking drivers; "
                    + "begin it with r2dbc:, or with the driver's name, such as postgresql://host/database");
        }
        String full = lower.startsWith(PREFIX) ? url : PREFIX + url;
        if (full.startsWith("r2dbc:postgres:")) {
            full = "r2dbc:postgresql:" + full.substring("r2dbc:postgres:".length());
        }
        try {
            return ConnectionFactoryOptions.parse(full);
        } catch (RuntimeException malformed) {
            throw new ConfigurationException("the database's URL is not one (" + scheme(full)
                    + "…); it looks like postgresql://user:password@host/database, or h2:mem:///name. Characters such as"
                    + " @ : / ? in a password are percent-encoded");
        }
    }

    /** The driver's factory for these options. */
    static ConnectionFactory open(ConnectionFactoryOptions options) {
        String driver = driver(options);
        ConnectionFactory factory;
        try {
            factory = ConnectionFactories.find(options);
        } catch (RuntimeException refused) {
            throw new ConfigurationException(
                    "the driver " + driver + " refuses the URL's options: " + refused.getMessage());
        }
        if (factory == null) {
            String artifact = ARTIFACTS.get(driver);
            throw new ConfigurationException(
                    artifact == null
                            ? "no R2DBC driver called " + driver + " is on the class path; known drivers are "
                                    + ARTIFACTS.keySet().stream().sorted().toList()
                            : "the driver of " + driver + " is missing; add " + artifact + " to the dependencies");
        }
        return factory;
    }

    static String driver(ConnectionFactoryOptions options) {
        return String.valueOf(options.getValue(ConnectionFactoryOptions.DRIVER));
    }

    private static String scheme(String url) {
        int colon = url.indexOf(':', PREFIX.length());
        return colon < 0 || colon > 32 ? PREFIX : url.substring(0, colon + 1);
    }
}
