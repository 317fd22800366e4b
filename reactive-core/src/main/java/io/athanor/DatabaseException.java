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
    private @Nullable InputRange input; // said once, before the error is signalled

    public DatabaseException(String message, Origin origin, @Nullable Throwable cause) {
        super(message, cause);
        this.origin = origin;
    }

    /**
     * Says which elements of a batch's input, counted from 0, the failed statement was to insert.
     *
     * @return this
     */
    public final DatabaseException inInput(long first, long last) {
        this.input = new InputRange(first, last);
        return this;
    }

    /** Which elements of a batch's input the failed statement was to insert; null if it was none of a batch. */
    public final @Nullable InputRange input() {
        return input;
    }

    @Override
    public final String getMessage() {
        InputRange range = input;
        return range == null
                ? super.getMessage()
                : super.getMessage() + "; among elements " + range.first() + " to " + range.last()
                        + " of the input, counted from 0";
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

    /**
     * Elements of a batch's input.
     *
     * @param first the first, counted from 0
     * @param last the last
     */
    public record InputRange(long first, long last) implements java.io.Serializable {}
}
