package io.athanor.orm.state;

/** What a session is going to do with an entity, or has done. What it does not know is none of these. */
public enum Status {
    /** New: the next flush inserts it. */
    PENDING,
    /** It has a row: the next flush writes what has changed. */
    PERSISTENT,
    /** It has a row, which the next flush deletes. */
    DELETED
}
