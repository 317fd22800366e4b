package io.athanor.sql;

import io.athanor.ConfigurationException;
import java.util.ArrayList;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Set;
import org.jspecify.annotations.Nullable;

/** Where the rows of an INSERT come from. */
public sealed interface InsertSource permits InsertSource.Rows, InsertSource.FromQuery, BatchRows {
    /** The columns that are written. */
    List<Column<?>> columns();

    /**
     * Rows given as assignments. Each may set other columns: what one leaves out is its column's default.
     */
    final class Rows implements InsertSource {
        private final TypedTable<?> table;
        private final List<List<Assignment>> assignments;
        private final Lazy<Layout> layout = new Lazy<>();

        private Rows(TypedTable<?> table, List<List<Assignment>> assignments) {
            this.table = table;
            this.assignments = assignments;
        }

        static Rows none(TypedTable<?> table) {
            return new Rows(table, List.of());
        }

        boolean isEmpty() {
            return assignments.isEmpty();
        }

        Rows and(List<Assignment> row) {
            Set<Column<?>> seen = new LinkedHashSet<>();
            for (Assignment assignment : row) {
                Writable.check(table, assignment.column());
                if (!seen.add(assignment.column())) {
                    throw new ConfigurationException("a row sets " + assignment.column() + " twice");
                }
            }
            return new Rows(table, Clauses.plus(assignments, List.of(row)));
        }

        @Override
        public List<Column<?>> columns() {
            return laidOut().columns();
        }

        /** The values of each row, one for each of {@link #columns()}; null is the column's DEFAULT. */
        public List<List<@Nullable Expression<?>>> values() {
            return laidOut().values();
        }

        private Layout laidOut() {
            return layout.get(() -> Layout.of(table, assignments));
        }

        @Override
        public boolean equals(@Nullable Object other) {
            return other instanceof Rows rows && table.equals(rows.table) && assignments.equals(rows.assignments);
        }

        @Override
        public int hashCode() {
            return assignments.hashCode();
        }
    }

    /**
     * Rows that a query returns.
     *
     * @param columns the columns that are written
     * @param query what is written to them, in order
     */
    record FromQuery(List<Column<?>> columns, QueryExpression<?> query) implements InsertSource {
        /** With the defaults of Athanor's that the query does not write. */
        static FromQuery of(TypedTable<?> table, List<Column<?>> columns, QueryExpression<?> query) {
            List<Column<?>> all = new ArrayList<>(columns);
            List<Expression<?>> defaults = new ArrayList<>();
            for (Column<?> column : table.columns()) {
                Expression<?> value = Defaults.onInsert(column);
                if (value != null && !columns.contains(column)) {
                    all.add(column);
                    defaults.add(value);
                }
            }
            if (defaults.isEmpty()) {
                return new FromQuery(columns, query);
            }
            Select<?> select = query instanceof Select<?> plain ? plain : Select.of(query.as("rows"));
            return new FromQuery(List.copyOf(all), select.plus(defaults));
        }
    }

    /**
     * Rows side by side.
     *
     * @param columns all columns that any row sets or that have a default of Athanor's
     * @param values the values of each row; null is the column's DEFAULT
     */
    record Layout(List<Column<?>> columns, List<List<@Nullable Expression<?>>> values) {
        static Layout of(TypedTable<?> table, List<List<Assignment>> rows) {
            Set<Column<?>> columns = new LinkedHashSet<>();
            rows.forEach(row -> row.forEach(assignment -> columns.add(assignment.column())));
            for (Column<?> column : table.columns()) {
                if (Defaults.onInsert(column) != null) {
                    columns.add(column);
                }
            }
            List<Column<?>> order = List.copyOf(columns);
            return new Layout(
                    order, rows.stream().map(row -> values(order, row)).toList());
        }

        private static List<@Nullable Expression<?>> values(List<Column<?>> columns, List<Assignment> row) {
            List<@Nullable Expression<?>> values = new ArrayList<>(columns.size());
            for (int i = 0; i < columns.size(); i++) {
                values.add(
                        i < row.size() && row.get(i).column().equals(columns.get(i))
                                ? row.get(i).value()
                                : find(columns.get(i), row));
            }
            return values;
        }

        private static @Nullable Expression<?> find(Column<?> column, List<Assignment> row) {
            for (Assignment assignment : row) {
                if (assignment.column().equals(column)) {
                    return assignment.value();
                }
            }
            return Defaults.onInsert(column);
        }
    }
}
