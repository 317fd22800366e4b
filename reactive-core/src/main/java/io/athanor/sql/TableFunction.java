package io.athanor.sql;

import java.util.List;
import org.jspecify.annotations.Nullable;

/**
 * A function that returns rows, to select from: {@code generate_series(?, ?) "alias" ("n")}. Made by {@link
 * Sql#tableFunction}.
 *
 * @param call the function with its arguments
 * @param alias the name its column is qualified with
 * @param result the name and type of its column
 */
public record TableFunction<T>(Expression<?> call, String alias, Expression<T> result) implements Source<T> {
    @Override
    public List<Column<?>> columns() {
        return List.of(column());
    }

    /** The function's column. */
    public Column<T> column() {
        return Sources.column(this, Names.of(result), result.type());
    }

    @Override
    public @Nullable T read(RowReader row, int first) {
        return row.value(first, result.type());
    }

    @Override
    public void render(SqlWriter out) {
        out.node(call).word(" ").name(alias).word(" (").node(result).word(")");
    }

    @Override
    public boolean equals(@Nullable Object other) {
        return this == other
                || (other instanceof TableFunction<?> function
                        && alias.equals(function.alias)
                        && call.equals(function.call));
    }

    @Override
    public int hashCode() {
        return alias.hashCode();
    }

    @Override
    public String toString() {
        return Inlined.of(this);
    }
}
