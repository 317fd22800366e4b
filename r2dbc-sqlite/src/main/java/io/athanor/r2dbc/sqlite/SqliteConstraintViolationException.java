package io.athanor.r2dbc.sqlite;

import io.r2dbc.spi.R2dbcDataIntegrityViolationException;
import java.util.List;
import org.jspecify.annotations.Nullable;

/**
 * A constraint was violated, with the names SQLite gives. Which kind of constraint is in the SQLSTATE: 23505 unique or primary key,
 * 23503 foreign key, 23502 not null, 23514 check, 22018 a strict table's type, 23000 any other; the extended result code is the error
 * code.
 */
public final class SqliteConstraintViolationException extends R2dbcDataIntegrityViolationException {
    private static final long serialVersionUID = 1L;

    private final transient ViolatedConstraint violated;

    SqliteConstraintViolationException(
            String message, String sqlState, int errorCode, @Nullable String sql, Throwable cause) {
        super(message, sqlState, errorCode, sql, cause);
        this.violated = ViolatedConstraint.parse(message);
    }

    /** The constraint's name: of a check constraint, its expression if it has no name; of a unique index on expressions, its name. */
    public @Nullable String constraint() {
        return violated.constraint();
    }

    /** The table; null for foreign keys and checks, where SQLite does not say. */
    public @Nullable String table() {
        return violated.table();
    }

    /** The columns in the constraint's order; empty where SQLite does not say. */
    public List<String> columns() {
        return violated.columns();
    }
}
