package io.athanor.schema;

import io.athanor.sql.Definition;
import io.athanor.sql.Inlined;
import io.athanor.sql.SqlWriter;
import io.athanor.sql.TableName;
import io.athanor.types.Types;
import org.jspecify.annotations.Nullable;

/**
 * {@code comment on table …} or {@code comment on column …}.
 *
 * @param table the table
 * @param column the column, null for the table itself
 * @param text the comment
 */
public record CommentOn(TableName table, @Nullable String column, String text) implements Definition {
    @Override
    public void render(SqlWriter out) {
        out.word(column == null ? "comment on table " : "comment on column ").node(table);
        if (column != null) {
            out.word(".").name(column);
        }
        out.word(" is ").literal(text, Types.TEXT);
    }

    @Override
    public String toString() {
        return Inlined.of(this);
    }
}
