package io.athanor.orm.mapping;

import io.athanor.sql.Sequence;
import java.util.function.Supplier;

/** Who makes the value of a column when the object has none. */
public sealed interface Generation {
    /** Nobody: the application gives it. */
    record Assigned() implements Generation {}

    /** The database, by identity or default: read back after the INSERT. */
    record ByDatabase() implements Generation {}

    /**
     * A sequence, asked for blocks of keys before the INSERT.
     *
     * @param sequence the sequence
     * @param allocationSize how many keys one value of the sequence stands for
     */
    record BySequence(Sequence sequence, int allocationSize) implements Generation {}

    /**
     * Athanor, before the INSERT: a UUID, for example.
     *
     * @param supplier makes a value
     */
    record ByClient(Supplier<?> supplier) implements Generation {}
}
