package io.athanor;

import org.jspecify.annotations.Nullable;

/** The database does not understand a statement: bad syntax, or a table, column or function it does not know. */
public final class BadStatementException extends DatabaseException {
    private static final long serialVersionUID = 1L;

    private final int position;

    public BadStatementException(String message, Origin origin, int position, @Nullable Throwable cause) {
        super(message, origin, cause);
        this.position = position;
    }

    /** The 1-based character of {@link #sql()} the database points at, 0 if it does not say. */
    public int position() {
        return position;
    }
}
