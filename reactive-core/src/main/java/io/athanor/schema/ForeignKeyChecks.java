package io.athanor.schema;

import io.athanor.ConfigurationException;
import io.athanor.sql.Column;
import io.athanor.sql.ColumnOption;
import io.athanor.sql.Constraint;
import io.athanor.sql.ForeignKey;
import io.athanor.sql.Index;
import io.athanor.sql.Ordering;
import io.athanor.sql.TableName;
import io.athanor.sql.TypedTable;
import io.athanor.types.DataType;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Set;
import org.jspecify.annotations.Nullable;

/** What can be wrong between a table and those it refers to. */
final class ForeignKeyChecks {
    private final TypedTable<?> table;
    private final ForeignKey key;

    private ForeignKeyChecks(TypedTable<?> table, ForeignKey key) {
        this.table = table;
        this.key = key;
    }

    /** The tables that {@code table} refers to, of {@code all} by their names in {@code schema}. */
    static List<TypedTable<?>> targets(
            TypedTable<?> table, Map<TableName, TypedTable<?>> all, @Nullable String schema) {
        return table.foreignKeys().stream()
                .<TypedTable<?>>map(key -> new ForeignKeyChecks(table, key).target(all, schema))
                .toList();
    }

    private TypedTable<?> target(Map<TableName, TypedTable<?>> all, @Nullable String schema) {
        TypedTable<?> target = all.get(TableResolver.inSchema(key.targetTable().name(), schema));
        if (target == null) {
            throw error("refers to table " + key.targetTable().name() + ", which is not in the MetaData; it has "
                    + all.keySet());
        }
        List<Column<?>> targets = key.targetColumns();
        for (int i = 0; i < targets.size(); i++) {
            checkType(key.columns().get(i), target.column(targets.get(i).name()));
        }
        if (!isKey(namesOf(targets), target)) {
            throw error("refers to " + target.name() + " " + names(targets)
                    + ", which is neither a primary key nor unique; make it so, or refer to the key");
        }
        checkSetNull();
        return target;
    }

    private void checkType(Column<?> from, Column<?> to) {
        DataType own = from.type().dataType();
        DataType other = to.type().dataType();
        boolean comparable = (own.isInteger() && other.isInteger())
                || (own.isText() && other.isText())
                || (isBinary(own) && isBinary(other))
                || (own.kind() == other.kind() && Objects.equals(own.name(), other.name()));
        if (!comparable) {
            throw error("has the column " + from.name() + " of type " + own + " refer to " + to + " of type " + other
                    + "; make them the same");
        }
    }

    private static boolean isBinary(DataType type) {
        return type.kind() == DataType.Kind.BINARY || type.kind() == DataType.Kind.VARBINARY;
    }

    /** The order of columns in a key does not matter to who refers to it. */
    private static boolean isKey(Set<String> columns, TypedTable<?> target) {
        return columns.equals(namesOf(target.keyColumns()))
                || target.columns().stream()
                        .anyMatch(
                                column -> column.has(ColumnOption.Flag.UNIQUE) && columns.equals(Set.of(column.name())))
                || target.constraints().stream()
                        .anyMatch(constraint -> constraint instanceof Constraint.Unique unique
                                && columns.equals(namesOf(unique.columns())))
                || target.indexes().stream().anyMatch(index -> isKey(columns, index));
    }

    private static boolean isKey(Set<String> columns, Index index) {
        return index.isUnique()
                && index.condition() == null
                && index.keys().stream().map(Ordering::expression).allMatch(Column.class::isInstance)
                && columns.equals(namesOf(index.keys().stream()
                        .<Column<?>>map(key -> (Column<?>) key.expression())
                        .toList()));
    }

    private void checkSetNull() {
        boolean sets = key.actions().delete() == ForeignKey.Action.SET_NULL
                || key.actions().update() == ForeignKey.Action.SET_NULL;
        for (Column<?> column : key.columns()) {
            if (sets && (!column.isNullable() || table.keyColumns().contains(column))) {
                throw error("sets " + column.name() + " to NULL, and the column may not be NULL");
            }
        }
    }

    private static Set<String> namesOf(List<? extends Column<?>> columns) {
        return new HashSet<>(columns.stream().map(Column::name).toList());
    }

    private static String names(List<Column<?>> columns) {
        return columns.stream().map(Column::name).toList().toString();
    }

    private ConfigurationException error(String problem) {
        return new ConfigurationException(
                "the foreign key of table " + table.name() + " over " + names(key.columns()) + " " + problem);
    }
}
