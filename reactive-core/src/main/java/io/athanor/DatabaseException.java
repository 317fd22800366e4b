package io.athanor;

import org.jspecify.annotations.Nullable;

/**
 * The database refused or gave up a statement. Carries the statement's text and the database's own codes, never its
 * values.
 */
public sealed class DatabaseException extends AthanorException
        permits BadStatementException,
                ConstraintViolationException,
                DataException,
                StatementCancelledException,
                TransactionRollbackException,
                LockTimeoutException {
    private static final long serialVersionUID = 1L;

    private final Origin origin;

    public DatabaseException(String message, Origin origin, @Nullable Throwable cause) {
        super(message, cause);
        this.origin = origin;
    }

    /** The statement as it was sent, with markers in place of values; null if the error belongs to none. */
    public final @Nullable String sql() {
        return origin.sql();
    }

    /** The SQLSTATE, null if the driver gave none. */
    public final @Nullable String sqlState() {
        return origin.sqlState();
    }

    /** The vendor's own code, 0 if it has none. */
    public final int code() {
        return origin.code();
    }

    /**
     * Where an error comes from.
     *
     * @param sql the statement as it was sent
     * @param sqlState the SQLSTATE
     * @param code the vendor's own code, 0 if it has none
     */
    public record Origin(@Nullable String sql, @Nullable String sqlState, int code) implements java.io.Serializable {}
}
