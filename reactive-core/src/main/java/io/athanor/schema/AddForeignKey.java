package io.athanor.schema;

import io.athanor.sql.Definition;
import io.athanor.sql.Inlined;
import io.athanor.sql.SqlWriter;
import io.athanor.sql.TableName;

/**
 * {@code alter table … add constraint … foreign key …}: for tables that refer to each other.
 *
 * @param table the table that refers
 * @param key the foreign key
 */
public record AddForeignKey(TableName table, ConstraintDefinition.ForeignKey key) implements Definition {
    @Override
    public void render(SqlWriter out) {
        out.word("alter table ").node(table).word(" add ").node(key);
    }

    @Override
    public String toString() {
        return Inlined.of(this);
    }
}
