package io.athanor.engine;

import io.athanor.ConfigurationException;
import io.r2dbc.spi.ConnectionFactories;
import io.r2dbc.spi.ConnectionFactory;
import io.r2dbc.spi.ConnectionFactoryOptions;
import io.r2dbc.spi.ConnectionFactoryProvider;
import java.util.Locale;
import java.util.Map;
import java.util.ServiceLoader;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import java.util.stream.Stream;

/** A database's URL: R2DBC's, with or without {@code r2dbc:} before it. Messages never show it: it may hold a password. */
final class ConnectionUrl {
    private static final String PREFIX = "r2dbc:";
    private static final String SECURE = "r2dbcs:";
    private static final Map<String, String> ARTIFACTS = Map.of(
            "postgresql", "org.postgresql:r2dbc-postgresql",
            "h2", "io.r2dbc:r2dbc-h2",
            "mariadb", "org.mariadb:r2dbc-mariadb",
            "mysql", "io.asyncer:r2dbc-mysql",
            "mssql", "io.r2dbc:r2dbc-mssql",
            "oracle", "com.oracle.database.r2dbc:oracle-r2dbc",
            "sqlite", "io.athanor:r2dbc-sqlite");
    private static final Pattern HOST = Pattern.compile("\\[.*](:\\d+)?|[^:]+(:\\d+)?");

    private static final Pattern SHORT_SQLITE =
            Pattern.compile("((?:r2dbc:)?sqlite:)(?:(?!//|mem:|file:)(.+)|//(|\\?.*))", Pattern.CASE_INSENSITIVE);

    private ConnectionUrl() {}

    /** What the URL says. */
    static ConnectionFactoryOptions parse(String url) {
        if (url.toLowerCase(Locale.ROOT).startsWith("jdbc:")) {
            throw new ConfigurationException("the database's URL begins with jdbc:, which is for blocking drivers; "
                    + "begin it with r2dbc:, or with the driver's name, such as postgresql://host/database");
        }
        String full = inFull(url);
        if (full.startsWith(PREFIX + "pool:") || full.startsWith(SECURE + "pool:")) {
            throw new ConfigurationException("the database's URL asks for r2dbc-pool, but an engine has a pool: leave"
                    + " pool: out, and say poolSize and the rest to Engine.builder");
        }
        ConnectionFactoryOptions options;
        try {
            options = ConnectionFactoryOptions.parse(full);
        } catch (RuntimeException malformed) {
            throw malformed(full);
        }
        if (options.getValue(ConnectionFactoryOptions.HOST) instanceof String host && !isHost(host, options)) {
            throw malformed(full);
        }
        return options;
    }

    /** With {@code r2dbc:}, and small letters up to where the driver's part begins. */
    private static String inFull(String url) {
        String slashed = withSlashes(url);
        int end = Math.max(0, slashed.indexOf("//"));
        String scheme = slashed.substring(0, end).toLowerCase(Locale.ROOT);
        if (!scheme.startsWith(PREFIX) && !scheme.startsWith(SECURE)) {
            scheme = PREFIX + scheme;
        }
        if (scheme.endsWith(":postgres:")) {
            scheme = scheme.substring(0, scheme.length() - 1) + "ql:";
        }
        return scheme + slashed.substring(end);
    }

    /** SQLite's URLs as SQLAlchemy has them: {@code sqlite::memory:}, {@code sqlite://}, {@code sqlite:shop.db}. */
    private static String withSlashes(String url) {
        Matcher form = SHORT_SQLITE.matcher(url);
        if (!form.matches()) {
            return url;
        }
        String place = form.group(2);
        return form.group(1) + "///" + (place == null ? ":memory:" + form.group(3) : place);
    }

    /** R2DBC's parser takes part of a password that holds a slash for the host, and the rest for the database. */
    private static boolean isHost(String hosts, ConnectionFactoryOptions options) {
        boolean named = options.hasOption(ConnectionFactoryOptions.USER)
                || !String.valueOf(options.getValue(ConnectionFactoryOptions.DATABASE))
                        .contains("@");
        return named && Stream.of(hosts.split(",")).allMatch(HOST.asMatchPredicate());
    }

    private static ConfigurationException malformed(String full) {
        return new ConfigurationException("the database's URL is not one (" + scheme(full)
                + "…); it looks like postgresql://user:password@host/database, or h2:mem:///name. Characters such as"
                + " @ : / ? in a password are percent-encoded");
    }

    /** Fails unless the driver of these options is there; asked before anything touches its classes. */
    static void requireDriver(ConnectionFactoryOptions options) {
        String driver = driver(options);
        // Not ConnectionFactories.supports: H2's provider does not own to a URL that lacks a database.
        for (ConnectionFactoryProvider present :
                ServiceLoader.load(ConnectionFactoryProvider.class, ConnectionFactoryProvider.class.getClassLoader())) {
            if (present.getDriver().equals(driver)) {
                return;
            }
        }
        String artifact = ARTIFACTS.get(driver);
        throw new ConfigurationException(
                artifact == null
                        ? "no R2DBC driver called " + driver + " is on the class path; known drivers are "
                                + ARTIFACTS.keySet().stream().sorted().toList()
                        : "the driver of " + driver + " is missing; add " + artifact + " to the dependencies");
    }

    /** The driver's factory for these options. */
    static ConnectionFactory open(ConnectionFactoryOptions options) {
        try {
            return ConnectionFactories.get(options);
        } catch (RuntimeException refused) {
            throw new ConfigurationException(
                    "the driver " + driver(options) + " refuses the URL's options: " + refused.getMessage());
        }
    }

    static String driver(ConnectionFactoryOptions options) {
        return String.valueOf(options.getValue(ConnectionFactoryOptions.DRIVER));
    }

    /** Of what nobody can parse, only what is no secret: the drivers that are known. */
    private static String scheme(String full) {
        int begin = full.indexOf(':') + 1;
        int end = full.indexOf(':', begin);
        String driver = end < 0 ? "" : full.substring(begin, end);
        return full.substring(0, begin) + (ARTIFACTS.containsKey(driver) ? driver + ":" : "");
    }
}
