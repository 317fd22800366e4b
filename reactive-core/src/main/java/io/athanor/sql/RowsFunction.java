package io.athanor.sql;

import java.util.List;
import org.jspecify.annotations.Nullable;

/**
 * A function that returns rows of several columns, to select from: {@code unnest(?, ?) "alias" ("a", "b")}. Made by
 * {@link Sql#tableFunction}.
 *
 * @param call the function with its arguments
 * @param alias the name its columns are qualified with
 * @param names the names and types of its columns
 */
public record RowsFunction(Expression<?> call, String alias, List<Expression<?>> names) implements Source<Row> {
    static RowsFunction of(String name, String alias, List<? extends Expression<?>> names, Expression<?>... arguments) {
        names.forEach(Names::of);
        Expression<?> call = Op.of(Operator.function(name), names.get(0).type(), arguments);
        return new RowsFunction(call, Names.alias(alias), List.copyOf(names));
    }

    @Override
    public List<Column<?>> columns() {
        return Sources.columns(this, names);
    }

    @Override
    public @Nullable Row read(RowReader row, int first) {
        return Row.of(List.copyOf(columns())).read(row, first);
    }

    @Override
    public void render(SqlWriter out) {
        out.node(call).word(" ").name(alias).word(" (").list(names, ", ").word(")");
    }

    @Override
    public String toString() {
        return Inlined.of(this);
    }
}
