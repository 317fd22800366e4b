package io.athanor;

import org.jspecify.annotations.Nullable;

/** A statement was cancelled on the server: by its time limit, or by somebody else. */
public final class StatementCancelledException extends DatabaseException {
    private static final long serialVersionUID = 1L;

    private final boolean timeout;

    public StatementCancelledException(String message, boolean timeout, Origin origin, @Nullable Throwable cause) {
        super(message, origin, cause);
        this.timeout = timeout;
    }

    /** Whether a time limit was the reason. */
    public boolean isTimeout() {
        return timeout;
    }
}
