package io.athanor;

import org.jspecify.annotations.Nullable;

/** The database could not be reached, refused the login, or the connection to it broke. */
public abstract sealed class ConnectionException extends AthanorException
        permits AccessDeniedException, ConnectionLostException, ConnectFailedException {
    private static final long serialVersionUID = 1L;

    ConnectionException(String message, @Nullable Throwable cause) {
        super(message, cause);
    }
}
