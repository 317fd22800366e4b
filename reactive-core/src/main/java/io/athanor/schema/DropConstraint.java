package io.athanor.schema;

import io.athanor.sql.Definition;
import io.athanor.sql.Inlined;
import io.athanor.sql.SqlWriter;
import io.athanor.sql.TableName;
import java.util.List;

/**
 * {@code alter table … drop constraint …}.
 *
 * @param table the table whose constraint it is
 * @param name the constraint's name
 * @param columns the columns it is over
 * @param ifExists whether there may be none of that name; not in standard SQL
 */
public record DropConstraint(TableName table, ObjectName name, List<String> columns, boolean ifExists)
        implements Definition {
    @Override
    public void render(SqlWriter out) {
        out.word("alter table ")
                .node(table)
                .word(ifExists ? " drop constraint if exists " : " drop constraint ")
                .node(name);
    }

    @Override
    public String toString() {
        return Inlined.of(this);
    }
}
