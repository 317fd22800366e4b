package io.athanor;

import org.jspecify.annotations.Nullable;

/** No connection could be opened: nobody listens, the host is unknown, or the database does not exist. */
public final class ConnectFailedException extends ConnectionException {
    private static final long serialVersionUID = 1L;

    public ConnectFailedException(String message, @Nullable Throwable cause) {
        super(message, cause);
    }

    @Override
    public boolean isTransient() {
        return true;
    }
}
