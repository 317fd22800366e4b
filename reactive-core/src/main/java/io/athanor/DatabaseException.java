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
        super(origin.input() == null ? message : message + "; among " + origin.input(), cause);
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

    /** Which elements of a batch's input the failed statement was to insert; null if it was none of a batch. */
    public final @Nullable InputRange input() {
        return origin.input();
    }

    /**
     * Where an error comes from.
     *
     * @param sql the statement as it was sent
     * @param sqlState the SQLSTATE
     * @param code the vendor's own code, 0 if it has none
     * @param input what of a batch's input the statement was to insert; null if it was none of a batch
     */
    public record Origin(@Nullable String sql, @Nullable String sqlState, int code, @Nullable InputRange input)
            implements java.io.Serializable {
        /** The origin of an error that is not of a batch. */
        public Origin(@Nullable String sql, @Nullable String sqlState, int code) {
            this(sql, sqlState, code, null);
        }
    }

    /**
     * Elements of a batch's input, counted from 0.
     *
     * @param first the first
     * @param last the last
     */
    public record InputRange(long first, long last) implements java.io.Serializable {
        /** As in messages. */
        @Override
        public String toString() {
            return "elements " + first + " to " + last + " of the input, counted from 0";
        }
    }
}
