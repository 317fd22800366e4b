package io.athanor.orm.mapping;

import org.jspecify.annotations.Nullable;

/** A part of an element of a collection, which is held as a pair of its place there and its value. */
enum Slot implements Property {
    /** Where in the collection it is: its index or its key. */
    PLACE,
    /** The value. */
    VALUE;

    private int position() {
        return this == PLACE ? 0 : 1;
    }

    /** A pair. */
    static @Nullable Object[] pair(@Nullable Object place, @Nullable Object value) {
        return new @Nullable Object[] {place, value};
    }

    @Override
    public @Nullable Object get(Object pair) {
        return ((@Nullable Object[]) pair)[position()];
    }

    @Override
    public void set(Object pair, @Nullable Object value) {
        ((@Nullable Object[]) pair)[position()] = value;
    }
}
