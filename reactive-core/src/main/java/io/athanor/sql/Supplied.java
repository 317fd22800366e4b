package io.athanor.sql;

import io.athanor.types.SqlType;
import java.util.function.Supplier;

/** A value made anew for each execution, such as the default of a column, and bound. */
record Supplied<T>(Supplier<? extends T> supplier, SqlType<T> type) implements Expression<T> {
    @Override
    public boolean isParameter() {
        return true;
    }

    @Override
    public void render(SqlWriter out) {
        out.bindSupplied(supplier, type);
    }

    @Override
    public String toString() {
        return "?";
    }
}
