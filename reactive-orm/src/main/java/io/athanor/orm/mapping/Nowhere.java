package io.athanor.orm.mapping;

import org.jspecify.annotations.Nullable;

/** The place of what no attribute has: a discriminator, or a foreign key that only the other side's collection knows. */
enum Nowhere implements Property {
    INSTANCE;

    @Override
    public @Nullable Object get(Object object) {
        return null;
    }

    @Override
    public void set(Object object, @Nullable Object value) {}
}
