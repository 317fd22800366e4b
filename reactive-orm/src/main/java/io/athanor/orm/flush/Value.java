package io.athanor.orm.flush;

import org.jspecify.annotations.Nullable;

/** What is written to a column. */
sealed interface Value {
    /** The value itself; asked for when the statement is made. */
    @Nullable
    Object get();

    /** A value that is known. */
    record Given(@Nullable Object get) implements Value {}

    /**
     * Part of the key of another row.
     *
     * @param row the row
     * @param part which of its key's columns
     */
    record KeyOf(Keyed row, int part) implements Value {
        @Override
        public Object get() {
            return row.key().get(part);
        }
    }

    /** NULL. */
    static Value ofNull() {
        return new Given(null);
    }
}
