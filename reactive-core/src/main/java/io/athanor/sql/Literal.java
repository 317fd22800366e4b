package io.athanor.sql;

import io.athanor.types.SqlType;
import org.jspecify.annotations.Nullable;

/**
 * A value written into the text, escaped as the dialect wants.
 *
 * @param value the value, null for NULL
 * @param type its type
 */
public record Literal<T>(@Nullable T value, SqlType<T> type) implements Expression<T> {
    /** A sign of its own must not meet another: two are a comment. */
    @Override
    public Precedence precedence() {
        return value instanceof Number number && number.doubleValue() < 0 ? Precedence.SIGN : Precedence.PRIMARY;
    }

    @Override
    public void render(SqlWriter out) {
        out.literal(value, type);
    }

    @Override
    public String toString() {
        return Inlined.of(this);
    }
}
