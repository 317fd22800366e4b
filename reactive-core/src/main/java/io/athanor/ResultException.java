package io.athanor;

import org.jspecify.annotations.Nullable;

/** A result was not what was asked for: more than one row, or NULL where a value was promised. */
public final class ResultException extends AthanorException {
    private static final long serialVersionUID = 1L;

    public ResultException(String message) {
        super(message);
    }

    public ResultException(String message, @Nullable Throwable cause) {
        super(message, cause);
    }
}
