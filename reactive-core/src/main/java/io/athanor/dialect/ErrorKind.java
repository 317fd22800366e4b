package io.athanor.dialect;

/** What an error of a database means, whichever code it has there. */
public enum ErrorKind {
    UNIQUE_VIOLATION,
    FOREIGN_KEY_VIOLATION,
    NOT_NULL_VIOLATION,
    CHECK_VIOLATION,
    SERIALIZATION_FAILURE,
    DEADLOCK,
    LOCK_TIMEOUT,
    STATEMENT_TIMEOUT,
    CANCELLED,
    BAD_STATEMENT,
    DATA,
    CONNECTION_LOST,
    ACCESS_DENIED,
    OTHER
}
