package io.athanor;

import org.jspecify.annotations.Nullable;

/**
 * A flush failed, or was cancelled half way, and the work went on: nothing can be done until what it wrote is rolled back.
 * The cause is the failure. Put what may fail into a savepoint.
 */
public final class PendingRollbackException extends SessionException {
    private static final long serialVersionUID = 1L;

    public PendingRollbackException(String message, @Nullable Throwable cause) {
        super(message, cause);
    }
}
