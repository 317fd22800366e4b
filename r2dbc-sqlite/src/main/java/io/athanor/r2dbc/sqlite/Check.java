package io.athanor.r2dbc.sqlite;

import org.jspecify.annotations.Nullable;

/** The SPI wants {@code IllegalArgumentException} for a null argument, where Java would throw another. */
final class Check {
    private Check() {}

    static <T> T notNull(@Nullable T value, String name) {
        if (value == null) {
            throw new IllegalArgumentException(name + " must not be null");
        }
        return value;
    }
}
