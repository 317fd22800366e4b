package io.athanor.schema;

import io.athanor.sql.Inlined;
import io.athanor.sql.SqlWriter;

/**
 * The collation of a column: {@code collate "name"}.
 *
 * @param name the database's own name for it
 */
public record ColumnCollation(String name) implements SchemaNode {
    @Override
    public void render(SqlWriter out) {
        out.word(" collate ").name(name);
    }

    @Override
    public String toString() {
        return Inlined.of(this);
    }
}
