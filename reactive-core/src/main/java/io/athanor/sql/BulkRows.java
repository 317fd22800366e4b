package io.athanor.sql;

import java.util.List;

/**
 * Rows of a batch, column by column: what one INSERT of it writes. A dialect that takes arrays binds each column as one.
 *
 * @param bound the columns whose values come from the rows
 * @param values the values of each bound column, one for each row; null is NULL
 * @param count how many rows there are
 * @param same what is written alike to every row: defaults that are expressions
 */
public record BulkRows(List<Column<?>> bound, List<List<?>> values, int count, List<Assignment> same)
        implements InsertSource, SqlNode {

    @Override
    public List<Column<?>> columns() {
        return Clauses.plus(bound, same.stream().map(Assignment::column).toList());
    }

    /** {@code values (?, ?), (?, ?)}: a parameter for each value. */
    @Override
    public void render(SqlWriter out) {
        String opening = "values (";
        for (int row = 0; row < count; row++) {
            out.word(opening);
            for (int i = 0; i < bound.size(); i++) {
                out.word(i > 0 ? ", " : "");
                value(bound.get(i), values.get(i).get(row), out);
            }
            for (int i = 0; i < same.size(); i++) {
                out.word(i > 0 || !bound.isEmpty() ? ", " : "").node(same.get(i).value());
            }
            out.word(")");
            opening = ", (";
        }
    }

    @SuppressWarnings("unchecked") // a column's values are of its type
    private static <T> void value(Column<T> column, Object value, SqlWriter out) {
        out.node(Param.nullable((T) value, column.type()));
    }

    @Override
    public String toString() {
        return Inlined.of(this);
    }
}
