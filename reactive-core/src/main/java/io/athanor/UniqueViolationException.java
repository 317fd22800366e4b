package io.athanor;

import org.jspecify.annotations.Nullable;

/** A value that must be unique, or a primary key, is there already. */
public final class UniqueViolationException extends ConstraintViolationException {
    private static final long serialVersionUID = 1L;

    public UniqueViolationException(String message, Violation violation, Origin origin, @Nullable Throwable cause) {
        super(message, violation, origin, cause);
    }
}
