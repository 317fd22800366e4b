package io.athanor.orm.mapping;

import org.jspecify.annotations.Nullable;

/**
 * An attribute of the key that has the value of a foreign key: {@code @MapsId}.
 *
 * @param reference the foreign key
 * @param own the attribute, which counts where nothing is referred to
 */
record SharedProperty(ReferenceProperty reference, Property own) implements Property {
    @Override
    public @Nullable Object get(Object object) {
        Object value = reference.get(object);
        return value == null ? own.get(object) : value;
    }

    @Override
    public void set(Object object, @Nullable Object value) {
        own.set(object, value);
    }
}
