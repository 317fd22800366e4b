package io.athanor.orm.mapping;

import org.jspecify.annotations.Nullable;

/** A value of an object: a field, or a pair of accessors. */
interface Property {
    /** The value that {@code object} has. */
    @Nullable
    Object get(Object object);

    /** Gives {@code object} another value. */
    void set(Object object, @Nullable Object value);
}
