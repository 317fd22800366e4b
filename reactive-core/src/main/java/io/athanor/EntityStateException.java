package io.athanor;

/**
 * An entity is not in the state that an operation needs: deleting what was never saved, refreshing what is not part of the
 * session, a new entity whose key nobody makes. The message says in which state it is and what to do.
 */
public final class EntityStateException extends SessionException {
    private static final long serialVersionUID = 1L;

    public EntityStateException(String message) {
        super(message);
    }
}
