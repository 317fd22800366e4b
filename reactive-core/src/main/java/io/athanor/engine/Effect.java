package io.athanor.engine;

/** What a statement that returns rows does to the database. */
enum Effect {
    /** It only looks: it may be given up half way, and run through a cursor. */
    READS,
    /** It changes something, such as {@code INSERT … RETURNING}: once started it runs to its end. */
    WRITES
}
