package io.athanor.r2dbc.sqlite;

/** What a transaction locks when it begins. */
public enum TransactionMode {
    /** Nothing; the first read or write takes its lock. A read that wants to write later can fail with "locked" at once. */
    DEFERRED,
    /** The right to write, for which it waits; others go on reading. The mode for a transaction that will write. */
    IMMEDIATE,
    /** As immediate; without WAL, others cannot read either. */
    EXCLUSIVE
}
