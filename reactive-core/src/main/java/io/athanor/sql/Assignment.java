package io.athanor.sql;

/**
 * What is written to a column, as VALUES and SET take it. Made by {@link Column#to}.
 *
 * @param column the column that is written
 * @param value what is written to it
 */
public record Assignment(Column<?> column, Expression<?> value) implements SqlNode {
    @Override
    public void render(SqlWriter out) {
        out.name(column.name()).word(" = ").node(value);
    }

    @Override
    public String toString() {
        return Inlined.of(this);
    }
}
