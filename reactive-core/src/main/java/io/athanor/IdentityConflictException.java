package io.athanor;

/** Two objects claim to be the same row: a session has one object for each key. */
public final class IdentityConflictException extends SessionException {
    private static final long serialVersionUID = 1L;

    public IdentityConflictException(String message) {
        super(message);
    }
}
