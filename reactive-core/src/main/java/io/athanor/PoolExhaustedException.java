package io.athanor;

import org.jspecify.annotations.Nullable;

/** No connection became free in time, or too many callers wait already. The message states the pool's numbers. */
public final class PoolExhaustedException extends AthanorException {
    private static final long serialVersionUID = 1L;

    public PoolExhaustedException(String message, @Nullable Throwable cause) {
        super(message, cause);
    }

    @Override
    public boolean isTransient() {
        return true;
    }
}
