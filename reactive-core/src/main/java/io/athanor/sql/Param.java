package io.athanor.sql;

import io.athanor.ConfigurationException;
import io.athanor.types.SqlType;
import org.jspecify.annotations.Nullable;

/**
 * A value that is bound, never part of the text.
 *
 * @param value the value, null for NULL
 * @param type how it travels
 */
public record Param<T>(@Nullable T value, SqlType<T> type) implements BoundValue<T> {
    /** A value that is not null. */
    static <T> Param<T> of(T value, SqlType<T> type) {
        if (value == null) {
            throw new ConfigurationException("null never equals anything in SQL; use isNull() or isNotDistinctFrom()");
        }
        return new Param<>(value, type);
    }

    static <T> Param<T> nullable(@Nullable T value, SqlType<T> type) {
        return new Param<>(value, type);
    }

    @Override
    public void render(SqlWriter out) {
        out.bind(value, type);
    }

    @Override
    public String toString() {
        return Inlined.of(this);
    }
}
