package io.athanor;

import org.jspecify.annotations.Nullable;

/** Objects and a session do not go together: what was asked cannot be done with an entity as it is. */
public abstract sealed class SessionException extends AthanorException
        permits EntityStateException,
                IdentityConflictException,
                NotLoadedException,
                PendingRollbackException,
                RelationshipConflictException,
                StaleDataException {
    private static final long serialVersionUID = 1L;

    SessionException(String message) {
        super(message);
    }

    SessionException(String message, @Nullable Throwable cause) {
        super(message, cause);
    }
}
