package io.athanor;

import org.jspecify.annotations.Nullable;

/** Transactions waited for each other; this one was chosen to end (SQLSTATE 40P01, or 40001 with a deadlock code). */
public final class DeadlockException extends TransactionRollbackException {
    private static final long serialVersionUID = 1L;

    public DeadlockException(String message, Origin origin, @Nullable Throwable cause) {
        super(message, origin, cause);
    }
}
