package io.athanor.engine;

import io.r2dbc.spi.R2dbcException;

/** The driver's error as a cause: where it happened and which it was, without its message, which may quote values. */
final class DriverError extends RuntimeException {
    private static final long serialVersionUID = 1L;

    DriverError(R2dbcException failure) {
        super(failure.getClass().getName() + " [" + failure.getSqlState() + ", " + failure.getErrorCode() + "]");
        setStackTrace(failure.getStackTrace());
    }
}
