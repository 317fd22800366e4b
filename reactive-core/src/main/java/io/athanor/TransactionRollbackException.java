package io.athanor;

import org.jspecify.annotations.Nullable;

/** The database rolled the transaction back so that others could go on. Run the whole transaction again. */
public abstract sealed class TransactionRollbackException extends DatabaseException
        permits DeadlockException, SerializationFailureException {
    private static final long serialVersionUID = 1L;

    TransactionRollbackException(String message, Origin origin, @Nullable Throwable cause) {
        super(message, origin, cause);
    }

    @Override
    public final boolean isTransient() {
        return true;
    }
}
