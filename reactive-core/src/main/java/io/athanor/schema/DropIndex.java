package io.athanor.schema;

import io.athanor.sql.Definition;
import io.athanor.sql.Inlined;
import io.athanor.sql.SqlWriter;
import io.athanor.sql.TableName;

/**
 * {@code drop index …}.
 *
 * @param table the name of the table whose index it is
 * @param name the index's name
 */
public record DropIndex(TableName table, ObjectName name) implements Definition {
    @Override
    public void render(SqlWriter out) {
        out.word("drop index ");
        if (table.schema() != null) {
            out.name(table.schema()).word(".");
        }
        out.node(name);
    }

    @Override
    public String toString() {
        return Inlined.of(this);
    }
}
