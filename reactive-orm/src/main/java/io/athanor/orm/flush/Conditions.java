package io.athanor.orm.flush;

import io.athanor.sql.Column;
import io.athanor.sql.Expression;
import io.athanor.sql.Predicate;
import io.athanor.sql.Sql;
import java.util.List;

/** Which rows a statement is about. */
final class Conditions {
    private Conditions() {}

    /** The rows that have one of {@code keys} in {@code columns}. */
    static Predicate in(List<Column<?>> columns, List<List<Object>> keys) {
        return columns.size() == 1
                ? in(columns.get(0), keys)
                : Sql.tuple(columns.toArray(Expression<?>[]::new)).in(keys);
    }

    private static <T> Predicate in(Column<T> column, List<List<Object>> keys) {
        return column.in(keys.stream().map(key -> cast(column, key.get(0))).toList());
    }

    /** The row that has {@code key} in {@code columns}. */
    static Predicate is(List<Column<?>> columns, List<Object> key) {
        Predicate all = is(columns.get(0), key.get(0));
        for (int i = 1; i < columns.size(); i++) {
            all = all.and(is(columns.get(i), key.get(i)));
        }
        return all;
    }

    static <T> Predicate is(Column<T> column, Object value) {
        return column.eq(cast(column, value));
    }

    @SuppressWarnings("unchecked") // a column's values are of its type
    static <T> T cast(Column<T> column, Object value) {
        return (T) value;
    }
}
