package io.athanor;

import org.jspecify.annotations.Nullable;

/** The transaction could not be put in any serial order with those beside it (SQLSTATE 40001). */
public final class SerializationFailureException extends TransactionRollbackException {
    private static final long serialVersionUID = 1L;

    public SerializationFailureException(String message, Origin origin, @Nullable Throwable cause) {
        super(message, origin, cause);
    }
}
