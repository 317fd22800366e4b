package io.athanor;

import org.jspecify.annotations.Nullable;

/** A value does not fit: out of range, too long, not a date, division by zero. */
public final class DataException extends DatabaseException {
    private static final long serialVersionUID = 1L;

    public DataException(String message, Origin origin, @Nullable Throwable cause) {
        super(message, origin, cause);
    }
}
