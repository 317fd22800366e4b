package io.athanor;

import org.jspecify.annotations.Nullable;

/** A column that must have a value would be NULL. */
public final class NotNullViolationException extends ConstraintViolationException {
    private static final long serialVersionUID = 1L;

    public NotNullViolationException(String message, Violation violation, Origin origin, @Nullable Throwable cause) {
        super(message, violation, origin, cause);
    }
}
