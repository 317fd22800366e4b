package io.athanor.orm.mapping;

import io.athanor.sql.Column;
import io.athanor.sql.Constraint;
import io.athanor.sql.ForeignKey;
import io.athanor.sql.Index;
import io.athanor.sql.Ordering;
import io.athanor.sql.TableName;
import io.athanor.sql.TypedTable;
import java.util.ArrayList;
import java.util.List;
import java.util.function.Supplier;
import org.jspecify.annotations.Nullable;

/**
 * A table as a value: what an instance of it, under whatever alias, declares.
 *
 * @param name its name
 * @param columns its columns
 * @param keys its unique keys
 * @param foreignKeys its foreign keys
 * @param checks conditions that its rows meet
 * @param indexes its indexes
 * @param comment the comment kept in the database, null for none
 */
record TableSpec(
        TableName name,
        List<ColumnSpec> columns,
        List<UniqueSpec> keys,
        List<ForeignKeySpec> foreignKeys,
        List<CheckSpec> checks,
        List<IndexSpec> indexes,
        @Nullable String comment,
        @Nullable TypedTable<?> given) {
    TableSpec(
            TableName name,
            List<ColumnSpec> columns,
            List<UniqueSpec> keys,
            List<ForeignKeySpec> foreignKeys,
            List<CheckSpec> checks,
            List<IndexSpec> indexes,
            @Nullable String comment) {
        this(name, columns, keys, foreignKeys, checks, indexes, comment, null);
    }

    /** A table that is there already, as it was declared. */
    static TableSpec of(TypedTable<?> given) {
        List<ColumnSpec> columns = given.columns().stream()
                .map(column -> PlainColumns.spec(column, true))
                .toList();
        return new TableSpec(
                given.name(), columns, List.of(), List.of(), List.of(), List.of(), given.tableComment(), given);
    }

    /**
     * A unique key.
     *
     * @param name its name, null to take it from the naming convention
     * @param columns its columns
     */
    record UniqueSpec(@Nullable String name, List<String> columns) {}

    /**
     * A foreign key.
     *
     * @param said what is said of it besides
     * @param columns the columns that refer
     * @param target what they refer to
     */
    record ForeignKeySpec(SaidForeignKey said, List<String> columns, Supplier<List<Column<?>>> target) {}

    /**
     * A condition that every row meets.
     *
     * @param name its name, null to take it from the naming convention
     * @param condition the condition, in the database's own SQL
     */
    record CheckSpec(@Nullable String name, String condition) {}

    /**
     * An index.
     *
     * @param name its name, null to take it from the naming convention
     * @param keys its columns
     * @param isUnique whether no two rows have the same
     */
    record IndexSpec(@Nullable String name, List<IndexKey> keys, boolean isUnique) {}

    /**
     * A column of an index.
     *
     * @param column the column
     * @param descending whether the largest comes first
     */
    record IndexKey(String column, boolean descending) {}

    /** The constraints over the columns of {@code table}, which are those of this. */
    List<Constraint> constraints(TypedTable<?> table) {
        List<Constraint> constraints = new ArrayList<>(given == null ? List.of() : given.constraints());
        for (UniqueSpec key : keys) {
            constraints.add(new Constraint.Unique(key.name(), columns(table, key.columns())));
        }
        for (ForeignKeySpec key : foreignKeys) {
            List<Column<?>> referring = columns(table, key.columns());
            ForeignKey reference = new Constraint.ForeignKeyFrom(referring).references(key.target());
            constraints.add(key.said().of(reference));
        }
        for (CheckSpec check : checks) {
            constraints.add(new Constraint.Check(check.name(), CheckReader.condition(check.condition())));
        }
        return constraints;
    }

    /** The indexes over the columns of {@code table}. */
    List<Index> indexes(TypedTable<?> table) {
        if (given != null) {
            return given.indexes();
        }
        return indexes.stream().map(index -> index(table, index)).toList();
    }

    private static Index index(TypedTable<?> table, IndexSpec spec) {
        Ordering[] keys = spec.keys().stream()
                .map(key -> new Ordering(table.column(key.column()), key.descending(), null))
                .toArray(Ordering[]::new);
        Index index = Index.on(keys);
        return new Index(spec.name(), index.keys(), spec.isUnique(), null, List.of());
    }

    private static List<Column<?>> columns(TypedTable<?> table, List<String> names) {
        return names.stream().<Column<?>>map(table::column).toList();
    }
}
