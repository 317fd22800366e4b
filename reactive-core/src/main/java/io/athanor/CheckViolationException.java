package io.athanor;

import org.jspecify.annotations.Nullable;

/** A CHECK condition would be false. */
public final class CheckViolationException extends ConstraintViolationException {
    private static final long serialVersionUID = 1L;

    public CheckViolationException(String message, Violation violation, Origin origin, @Nullable Throwable cause) {
        super(message, violation, origin, cause);
    }
}
