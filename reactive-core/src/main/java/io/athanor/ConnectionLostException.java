package io.athanor;

import org.jspecify.annotations.Nullable;

/** An open connection broke. Whether a statement in flight took effect is not known. */
public final class ConnectionLostException extends ConnectionException {
    private static final long serialVersionUID = 1L;

    public ConnectionLostException(String message, @Nullable Throwable cause) {
        super(message, cause);
    }

    @Override
    public boolean isTransient() {
        return true;
    }
}
