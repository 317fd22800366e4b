package io.athanor;

import org.jspecify.annotations.Nullable;

/** A lock was not to be had: the wait was too long, or {@code NOWAIT} was said. */
public final class LockTimeoutException extends DatabaseException {
    private static final long serialVersionUID = 1L;

    public LockTimeoutException(String message, Origin origin, @Nullable Throwable cause) {
        super(message, origin, cause);
    }

    @Override
    public boolean isTransient() {
        return true;
    }
}
