package io.athanor.orm.mapping;

import io.athanor.sql.Column;
import io.athanor.sql.TypedTable;
import java.util.List;

/**
 * A table of the database that a class has columns in: its only one; or one of several, each with a row of the same key.
 *
 * @param table the table
 * @param key its columns of the entity's key, in the order of {@link EntityMapping#key()}
 * @param isOptional whether it has no row for an entity all of whose columns in it are NULL: a secondary table
 */
public record StoredTable(TypedTable<?> table, List<Column<?>> key, boolean isOptional) {
    /** Whether a column lies in it. */
    public boolean has(Column<?> column) {
        return column.source().equals(table);
    }
}
