package io.athanor.driver.sqlite;

import io.athanor.ConstraintViolationException.Violation;
import io.athanor.engine.DriverConnection;
import io.athanor.engine.DriverSupport;
import io.athanor.r2dbc.sqlite.SqliteConstraintViolationException;
import io.athanor.r2dbc.sqlite.SqliteOptions;
import io.r2dbc.spi.Connection;
import io.r2dbc.spi.ConnectionFactory;
import io.r2dbc.spi.ConnectionFactoryOptions;
import io.r2dbc.spi.R2dbcException;
import io.r2dbc.spi.R2dbcTimeoutException;
import java.time.Duration;
import java.util.UUID;
import org.jspecify.annotations.Nullable;
import reactor.core.publisher.Mono;

/**
 * Support for r2dbc-sqlite. Files get a write-ahead log, so that readers and the one writer do not wait for each other; a
 * database in memory is one for all connections of its engine.
 */
public final class SqliteDriver implements DriverSupport {
    private static final String IN_MEMORY = "mem";
    private static final String MEMORY = ":memory:";

    @Override
    public String product() {
        return "SQLite";
    }

    @Override
    public String driver() {
        return "sqlite";
    }

    @Override
    public Tuned tune(ConnectionFactoryOptions options) {
        ConnectionFactoryOptions.Builder tuned = options.mutate();
        if (isInMemory(options)) {
            tuned.option(ConnectionFactoryOptions.PROTOCOL, IN_MEMORY);
            tuned.option(ConnectionFactoryOptions.DATABASE, memoryName(options));
            KeptOpen kept = new KeptOpen();
            return new Tuned(tuned.build(), kept::around, kept.release());
        }
        if (!options.hasOption(SqliteOptions.JOURNAL_MODE) && !options.hasOption(SqliteOptions.READ_ONLY)) {
            tuned.option(SqliteOptions.JOURNAL_MODE, "wal");
        }
        return new Tuned(tuned.build(), Mono.empty());
    }

    private static boolean isInMemory(ConnectionFactoryOptions options) {
        return IN_MEMORY.equals(options.getValue(ConnectionFactoryOptions.PROTOCOL))
                || (!options.hasOption(ConnectionFactoryOptions.HOST) && isNameless(options));
    }

    private static boolean isNameless(ConnectionFactoryOptions options) {
        String database = database(options);
        return database.isEmpty() || database.equals(MEMORY);
    }

    private static String database(ConnectionFactoryOptions options) {
        Object database = options.getValue(ConnectionFactoryOptions.DATABASE);
        return database == null ? "" : database.toString();
    }

    /** Without a name it would be another database for each connection: the engine gives it one that nobody else has. */
    private static String memoryName(ConnectionFactoryOptions options) {
        return isNameless(options) ? "athanor-" + UUID.randomUUID() : database(options);
    }

    @Override
    public ConnectionFactory prepare(ConnectionFactory factory, @Nullable Duration statementTimeout) {
        return statementTimeout == null ? factory : new LimitingConnectionFactory(factory, statementTimeout);
    }

    @Override
    public Violation violation(R2dbcException failure) {
        return failure instanceof SqliteConstraintViolationException violation
                ? new Violation(violation.constraint(), violation.table(), violation.columns())
                : DriverSupport.super.violation(failure);
    }

    @Override
    public boolean isTimeout(R2dbcException cancelled) {
        return cancelled instanceof R2dbcTimeoutException;
    }

    @Override
    public DriverConnection attach(Connection connection) {
        return new SqliteDriverConnection(connection);
    }
}
