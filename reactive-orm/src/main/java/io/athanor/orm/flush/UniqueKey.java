package io.athanor.orm.flush;

import io.athanor.orm.mapping.EntityMapping;
import io.athanor.orm.mapping.MappedColumn;
import io.athanor.sql.Column;
import io.athanor.sql.ColumnOption;
import io.athanor.sql.Constraint;
import io.athanor.sql.Expression;
import io.athanor.sql.Index;
import io.athanor.sql.Ordering;
import io.athanor.sql.TypedTable;
import java.util.ArrayList;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Locale;
import java.util.Set;
import java.util.function.Function;
import org.jspecify.annotations.Nullable;

/**
 * Columns in which no two rows hold the same. The primary key is none here: it does not change.
 *
 * @param columns the columns
 */
record UniqueKey(List<Column<?>> columns) {
    /** All of the tables that an entity is stored in, as far as they are over columns of the entity. */
    static List<UniqueKey> of(EntityMapping<?> mapping) {
        Set<TypedTable<?>> tables = new LinkedHashSet<>();
        for (MappedColumn column : mapping.columns()) {
            TypedTable<?> table = column.column().source().table();
            if (table != null) {
                tables.add(table);
            }
        }
        Set<UniqueKey> keys = new LinkedHashSet<>();
        tables.forEach(table -> addAll(table, keys));
        return List.copyOf(keys);
    }

    private static void addAll(TypedTable<?> table, Set<UniqueKey> keys) {
        for (Column<?> column : table.columns()) {
            if (column.has(ColumnOption.Flag.UNIQUE)) {
                keys.add(new UniqueKey(List.of(column)));
            }
        }
        for (Constraint constraint : table.constraints()) {
            if (constraint instanceof Constraint.Unique unique) {
                keys.add(new UniqueKey(List.copyOf(unique.columns())));
            }
        }
        for (Index index : table.indexes()) {
            List<Column<?>> columns = new ArrayList<>();
            for (Ordering key : index.keys()) {
                Expression<?> expression = key.expression();
                if (expression instanceof Column<?> column) {
                    columns.add(column);
                }
            }
            if (index.isUnique() && columns.size() == index.keys().size()) {
                keys.add(new UniqueKey(List.copyOf(columns)));
            }
        }
    }

    /** What a row holds in it, null if that meets no other's: part of it is NULL or not known. */
    @Nullable
    List<Object> held(Function<Column<?>, @Nullable Object> values) {
        List<Object> held = new ArrayList<>();
        for (Column<?> column : columns) {
            Object value = values.apply(column);
            if (value == null) {
                return null;
            }
            held.add(value instanceof String text ? text.toLowerCase(Locale.ROOT) : value); // a collation may not mind
        }
        return held;
    }
}
