package io.athanor;

/** Both sides of a relationship were changed, and they contradict each other. The message names both. */
public final class RelationshipConflictException extends SessionException {
    private static final long serialVersionUID = 1L;

    public RelationshipConflictException(String message) {
        super(message);
    }
}
