package io.athanor.schema;

import io.athanor.sql.Definition;
import io.athanor.sql.Inlined;
import io.athanor.sql.SqlWriter;
import io.athanor.sql.TableName;
import java.util.List;

/**
 * {@code update … set … = null}: rows refer to nothing any more, so that tables on a cycle can be dropped where their
 * foreign keys cannot.
 *
 * @param table the table that refers
 * @param columns the columns that refer
 */
public record ClearReferences(TableName table, List<String> columns) implements Definition {
    @Override
    public void render(SqlWriter out) {
        out.word("update ").node(table);
        String before = " set ";
        for (String column : columns) {
            out.word(before).name(column).word(" = null");
            before = ", ";
        }
    }

    @Override
    public String toString() {
        return Inlined.of(this);
    }
}
