package io.athanor.orm.mapping;

/** What is done to the entities a relationship leads to when it is done to their owner. */
public enum Cascade {
    /** A new entity that is reached becomes part of the session. Always on, as in SQLAlchemy. */
    SAVE_UPDATE,
    /** Merging the owner merges them. */
    MERGE,
    /** Deleting the owner deletes them. */
    DELETE,
    /** Leaving the owner deletes them: JPA's {@code orphanRemoval}. */
    DELETE_ORPHAN,
    /** Refreshing the owner refreshes them. */
    REFRESH,
    /** Detaching the owner detaches them. */
    DETACH
}
