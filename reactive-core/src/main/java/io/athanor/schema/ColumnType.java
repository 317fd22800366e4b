package io.athanor.schema;

import io.athanor.sql.SqlWriter;
import io.athanor.types.SqlType;

/**
 * The type of a column. Some databases cannot index all that they can store.
 *
 * @param type the type
 * @param isKeyed whether the column is part of a key or an index
 */
public record ColumnType(SqlType<?> type, boolean isKeyed) implements SchemaNode {
    @Override
    public void render(SqlWriter out) {
        out.type(type);
    }
}
