package io.athanor.sql;

import io.athanor.types.SqlType;
import java.util.function.Supplier;

/**
 * A value made anew for each execution, such as the default of a column, and bound.
 *
 * @param supplier makes the value
 * @param type how it travels
 */
public record Supplied<T>(Supplier<? extends T> supplier, SqlType<T> type) implements BoundValue<T> {
    @Override
    public void render(SqlWriter out) {
        out.bindSupplied(supplier, type);
    }

    @Override
    public String toString() {
        return "?";
    }
}
