package io.athanor.r2dbc.sqlite;

import io.r2dbc.spi.Option;
import java.time.Duration;

/**
 * The options of this driver, beside the SPI's own {@code database}, {@code password}, {@code lockWaitTimeout} and
 * {@code statementTimeout}. In a URL they are parameters: {@code r2dbc:sqlite:///shop.db?journalMode=wal&busyTimeout=PT2S}.
 */
public final class SqliteOptions {
    /** How long to wait for another connection's lock; {@code PT5S} by default. The same as the SPI's {@code lockWaitTimeout}. */
    public static final Option<Duration> BUSY_TIMEOUT = Option.valueOf("busyTimeout");

    /** {@code PRAGMA journal_mode}: delete, truncate, persist, memory, wal or off. Left as the file has it by default. */
    public static final Option<String> JOURNAL_MODE = Option.valueOf("journalMode");

    /** {@code PRAGMA synchronous}: off, normal, full or extra. SQLite's default, full, if not given. */
    public static final Option<String> SYNCHRONOUS = Option.valueOf("synchronous");

    /** Whether foreign keys are enforced; {@code true} by default, other than in SQLite. */
    public static final Option<Boolean> FOREIGN_KEYS = Option.valueOf("foreignKeys");

    /** Whether the file is opened read-only, in which case it must exist; {@code false} by default. */
    public static final Option<Boolean> READ_ONLY = Option.valueOf("readOnly");

    /** {@code PRAGMA cache_size}: pages if positive, KiB if negative. SQLite's default if not given. */
    public static final Option<Integer> CACHE_SIZE = Option.valueOf("cacheSize");

    /** How {@code beginTransaction()} begins: deferred, immediate or exclusive; deferred by default. */
    public static final Option<String> TRANSACTION_MODE = Option.valueOf("transactionMode");

    /** How many connections of this factory, and so threads, there may be at a time; 256 by default. */
    public static final Option<Integer> MAX_CONNECTIONS = Option.valueOf("maxConnections");

    /** How many idle prepared statements a connection keeps; 128 by default, 0 for none. */
    public static final Option<Integer> STATEMENT_CACHE_SIZE = Option.valueOf("statementCacheSize");

    private SqliteOptions() {}
}
