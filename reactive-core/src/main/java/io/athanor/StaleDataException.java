package io.athanor;

import java.util.List;

/**
 * A row that was to be changed or deleted is no more as it was read: somebody else has changed or deleted it meanwhile. Read
 * it anew, in a new transaction, and decide again.
 */
public final class StaleDataException extends SessionException {
    private static final long serialVersionUID = 1L;

    private final transient List<Object> entities;

    /** The rows of {@code entities} are stale, as {@code message} says. */
    public StaleDataException(String message, List<?> entities) {
        super(message);
        this.entities = List.copyOf(entities);
    }

    /** The objects whose rows are stale. */
    public List<Object> entities() {
        return entities == null ? List.of() : entities;
    }

    /** Whether the same work, done in a new transaction that reads anew, may succeed: always. */
    @Override
    public boolean isTransient() {
        return true;
    }
}
