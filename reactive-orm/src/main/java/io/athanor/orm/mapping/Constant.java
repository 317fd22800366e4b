package io.athanor.orm.mapping;

import org.jspecify.annotations.Nullable;

/** A value that all objects of a class have and none of them holds: that of the discriminator. */
record Constant(Object value) implements Property {
    @Override
    public Object get(Object object) {
        return value;
    }

    @Override
    public void set(Object object, @Nullable Object ignored) {}
}
