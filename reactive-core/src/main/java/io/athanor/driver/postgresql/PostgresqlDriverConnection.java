package io.athanor.driver.postgresql;

import io.athanor.compile.BoundStatement;
import io.athanor.engine.Cursors;
import io.athanor.engine.DriverConnection;
import io.athanor.engine.Isolation;
import io.athanor.engine.TransactionOptions;
import io.r2dbc.postgresql.api.PostgresqlConnection;
import io.r2dbc.spi.Connection;
import io.r2dbc.spi.Wrapped;
import java.time.Duration;
import org.jspecify.annotations.Nullable;
import reactor.core.publisher.Mono;

/** One connection of r2dbc-postgresql, perhaps in wrappers: a pool's, a proxy's. */
record PostgresqlDriverConnection(Connection connection) implements DriverConnection {
    @Override
    public Mono<Void> begin(TransactionOptions options) {
        return PostgresqlDriver.run(connection, beginText(options));
    }

    static String beginText(TransactionOptions options) {
        StringBuilder sql = new StringBuilder("BEGIN");
        Isolation isolation = options.isolationLevel();
        if (isolation != null) {
            sql.append(" ISOLATION LEVEL ").append(isolation.sql());
        }
        if (options.isReadOnly()) {
            sql.append(" READ ONLY");
        }
        if (options.isDeferrable()) {
            sql.append(" DEFERRABLE");
        }
        appendLimit(sql, "statement_timeout", options.statementLimit());
        appendLimit(sql, "lock_timeout", options.lockLimit());
        return sql.toString();
    }

    private static void appendLimit(StringBuilder sql, String setting, @Nullable Duration limit) {
        if (limit != null) {
            sql.append("; SET LOCAL ").append(setting).append(" = ").append(limit.toMillis());
        }
    }

    /**
     * The driver sends a statement without values by the simple protocol, which returns text: three times the work for each
     * row. An OFFSET of nothing is a value, and changes no plan, since all rows are wanted still. It goes on a line of its
     * own, lest a comment has it.
     */
    @Override
    public BoundStatement reading(BoundStatement statement) {
        return statement.isOpenEnded() && statement.values().isEmpty()
                ? BoundStatement.of(statement.sql() + "\noffset $1", 0L)
                : statement;
    }

    @Override
    public Cursors cursors() {
        return PostgresqlCursors.BINARY;
    }

    @Override
    public Mono<Void> interrupt() {
        PostgresqlConnection unwrapped = unwrap(connection);
        return unwrapped == null ? Mono.empty() : unwrapped.cancelRequest();
    }

    private static @Nullable PostgresqlConnection unwrap(Connection connection) {
        if (connection instanceof PostgresqlConnection postgresql) {
            return postgresql;
        }
        return connection instanceof Wrapped<?> wrapped ? wrapped.unwrap(PostgresqlConnection.class) : null;
    }
}
