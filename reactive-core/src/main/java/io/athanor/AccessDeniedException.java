package io.athanor;

import org.jspecify.annotations.Nullable;

/** The database refused the login. */
public final class AccessDeniedException extends ConnectionException {
    private static final long serialVersionUID = 1L;

    public AccessDeniedException(String message, @Nullable Throwable cause) {
        super(message, cause);
    }
}
