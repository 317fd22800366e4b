package io.athanor.sql;

import io.athanor.types.SqlType;
import org.jspecify.annotations.Nullable;

/** A value written into the text, escaped as the dialect wants. */
record Literal<T>(@Nullable T value, SqlType<T> type) implements Expression<T> {
    @Override
    public void render(SqlWriter out) {
        out.literal(value, type);
    }

    @Override
    public String toString() {
        return Inlined.of(this);
    }
}
