package io.athanor.schema;

import io.athanor.sql.Definition;
import io.athanor.sql.Inlined;
import io.athanor.sql.SqlWriter;
import io.athanor.sql.TableName;

/**
 * {@code drop table …}.
 *
 * @param name the table's name
 */
public record DropTable(TableName name) implements Definition {
    @Override
    public void render(SqlWriter out) {
        out.word("drop table ").node(name);
    }

    @Override
    public String toString() {
        return Inlined.of(this);
    }
}
