package io.athanor.r2dbc.sqlite;

import io.r2dbc.spi.ConnectionFactoryOptions;
import io.r2dbc.spi.Option;
import java.nio.file.Path;
import java.time.Duration;
import java.time.format.DateTimeParseException;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.Set;
import org.jspecify.annotations.Nullable;

/** Reads the options, which are text when they come out of a URL, and refuses what makes no sense by the option's name. */
final class ConfigurationReader {
    private static final Set<String> JOURNAL_MODES = Set.of("DELETE", "TRUNCATE", "PERSIST", "MEMORY", "WAL", "OFF");
    private static final Set<String> SYNCHRONOUS = Set.of("OFF", "NORMAL", "FULL", "EXTRA");

    private final ConnectionFactoryOptions options;

    ConfigurationReader(ConnectionFactoryOptions options) {
        this.options = options;
    }

    Configuration read() {
        Duration lockWait = duration(ConnectionFactoryOptions.LOCK_WAIT_TIMEOUT, Duration.ofSeconds(5));
        return new Configuration(
                location(),
                pragmas(),
                (CharSequence) options.getValue(ConnectionFactoryOptions.PASSWORD),
                flag(SqliteOptions.READ_ONLY, false),
                duration(SqliteOptions.BUSY_TIMEOUT, lockWait),
                duration(ConnectionFactoryOptions.STATEMENT_TIMEOUT, Duration.ZERO),
                TransactionMode.valueOf(
                        word(SqliteOptions.TRANSACTION_MODE, Set.of("DEFERRED", "IMMEDIATE", "EXCLUSIVE"), "DEFERRED")),
                number(SqliteOptions.MAX_CONNECTIONS, 1, 256),
                number(SqliteOptions.STATEMENT_CACHE_SIZE, 0, 128));
    }

    private DatabaseLocation location() {
        String database = text(ConnectionFactoryOptions.DATABASE);
        String host = text(ConnectionFactoryOptions.HOST);
        String protocol = text(ConnectionFactoryOptions.PROTOCOL);
        if ("mem".equals(protocol)) {
            return database == null ? DatabaseLocation.privateMemory() : DatabaseLocation.sharedMemory(database);
        }
        if (protocol != null && !protocol.equals("file")) {
            throw new IllegalArgumentException("r2dbc:sqlite:" + protocol
                    + ": unknown; use r2dbc:sqlite:///file.db for a file or r2dbc:sqlite:mem:///name for memory");
        }
        if (host == null && (database == null || database.equals(":memory:"))) {
            return DatabaseLocation.privateMemory();
        }
        String path = host == null ? String.valueOf(database) : database == null ? host : host + "/" + database;
        return DatabaseLocation.file(Path.of(path));
    }

    private List<String> pragmas() {
        List<String> pragmas = new ArrayList<>();
        pragmas.add("PRAGMA foreign_keys = " + (flag(SqliteOptions.FOREIGN_KEYS, true) ? "ON" : "OFF"));
        if (options.hasOption(SqliteOptions.JOURNAL_MODE)) {
            pragmas.add("PRAGMA journal_mode = " + word(SqliteOptions.JOURNAL_MODE, JOURNAL_MODES, "DELETE"));
        }
        if (options.hasOption(SqliteOptions.SYNCHRONOUS)) {
            pragmas.add("PRAGMA synchronous = " + word(SqliteOptions.SYNCHRONOUS, SYNCHRONOUS, "FULL"));
        }
        if (options.hasOption(SqliteOptions.CACHE_SIZE)) {
            pragmas.add("PRAGMA cache_size = " + number(SqliteOptions.CACHE_SIZE, Integer.MIN_VALUE, 0));
        }
        return List.copyOf(pragmas);
    }

    private @Nullable String text(Option<?> option) {
        Object value = options.getValue(option);
        return value == null || value.toString().isEmpty() ? null : value.toString();
    }

    private boolean flag(Option<Boolean> option, boolean otherwise) {
        String text = text(option);
        if (text == null) {
            return otherwise;
        }
        return switch (text.toLowerCase(Locale.ROOT)) {
            case "true", "on", "1" -> true;
            case "false", "off", "0" -> false;
            default -> throw invalid(option, text, "true or false");
        };
    }

    private String word(Option<String> option, Set<String> allowed, String otherwise) {
        String text = text(option);
        if (text == null) {
            return otherwise;
        }
        String word = text.toUpperCase(Locale.ROOT);
        if (!allowed.contains(word)) {
            throw invalid(option, text, "one of " + allowed.stream().sorted().toList());
        }
        return word;
    }

    private int number(Option<Integer> option, int minimum, int otherwise) {
        String text = text(option);
        if (text == null) {
            return otherwise;
        }
        try {
            int number = Integer.parseInt(text);
            if (number >= minimum) {
                return number;
            }
        } catch (NumberFormatException e) {
            throw invalid(option, text, "a number", e);
        }
        throw invalid(option, text, "at least " + minimum);
    }

    /** As ISO 8601 says it, {@code PT2.5S}, or in milliseconds. */
    private Duration duration(Option<Duration> option, Duration otherwise) {
        String text = text(option);
        if (text == null) {
            return otherwise;
        }
        try {
            Duration duration =
                    text.matches("\\d{1,15}") ? Duration.ofMillis(Long.parseLong(text)) : Duration.parse(text);
            if (!duration.isNegative()) {
                return duration;
            }
        } catch (DateTimeParseException e) {
            throw invalid(option, text, "a duration such as PT5S, or milliseconds", e);
        }
        throw invalid(option, text, "not negative");
    }

    private static IllegalArgumentException invalid(Option<?> option, String text, String expected) {
        return new IllegalArgumentException("Option " + option.name() + " is " + text + ", but must be " + expected);
    }

    private static IllegalArgumentException invalid(Option<?> option, String text, String expected, Throwable cause) {
        return new IllegalArgumentException(
                "Option " + option.name() + " is " + text + ", but must be " + expected, cause);
    }
}
