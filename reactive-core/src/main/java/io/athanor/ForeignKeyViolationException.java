package io.athanor;

import org.jspecify.annotations.Nullable;

/** A row refers to one that is not there, or one that is still referred to would go. */
public final class ForeignKeyViolationException extends ConstraintViolationException {
    private static final long serialVersionUID = 1L;

    public ForeignKeyViolationException(String message, Violation violation, Origin origin, @Nullable Throwable cause) {
        super(message, violation, origin, cause);
    }
}
