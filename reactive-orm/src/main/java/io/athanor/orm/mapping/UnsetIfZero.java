package io.athanor.orm.mapping;

import org.jspecify.annotations.Nullable;

/** A primitive number whose value is made by somebody else: 0 stands for none yet. */
record UnsetIfZero(Property number) implements Property {
    @Override
    public @Nullable Object get(Object object) {
        Object value = number.get(object);
        return value instanceof Number known && known.longValue() == 0 ? null : value;
    }

    @Override
    public void set(Object object, @Nullable Object value) {
        number.set(object, value == null ? (Short) (short) 0 : value);
    }
}
