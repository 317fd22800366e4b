package io.athanor.sql;

import io.athanor.types.SqlType;

/**
 * The value that the row being inserted would have had: {@code excluded.column} in the update of an upsert.
 *
 * @param column the column
 */
public record Excluded<T>(Column<T> column) implements Expression<T> {
    @Override
    public SqlType<T> type() {
        return column.type();
    }

    @Override
    public void render(SqlWriter out) {
        out.word("excluded.").name(column.name());
    }

    @Override
    public String toString() {
        return Inlined.of(this);
    }
}
