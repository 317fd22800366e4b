package io.athanor.schema;

import io.athanor.sql.Column;
import io.athanor.sql.Definition;
import io.athanor.sql.Index;
import io.athanor.sql.Inlined;
import io.athanor.sql.Ordering;
import io.athanor.sql.Predicate;
import io.athanor.sql.SqlWriter;
import io.athanor.sql.TableName;

/**
 * {@code create index …}.
 *
 * @param table the table's name
 * @param name the index's name, in the schema of its table
 * @param index what is indexed
 */
public record CreateIndex(TableName table, ObjectName name, Index index) implements Definition, SchemaNode {
    /** The same without columns beside its keys. */
    public CreateIndex withoutIncluded() {
        return new CreateIndex(table, name, index.include());
    }

    @Override
    public void render(SqlWriter out) {
        out.word(index.isUnique() ? "create unique index " : "create index ")
                .node(name)
                .word(" on ")
                .node(table);
        String before = " (";
        for (Ordering key : index.keys()) {
            out.word(before);
            renderKey(key, out);
            before = ", ";
        }
        out.word(")");
        before = " include (";
        for (Column<?> column : index.included()) {
            out.word(before).name(column.name());
            before = ", ";
        }
        out.word(index.included().isEmpty() ? "" : ")");
        Predicate condition = index.condition();
        if (condition != null) {
            out.word(" where ").node(new Unqualified(condition, table.schema()));
        }
    }

    private void renderKey(Ordering key, SqlWriter out) {
        boolean plain = key.expression() instanceof Column;
        out.word(plain ? "" : "(")
                .node(new Unqualified(key.expression(), table.schema()))
                .word(plain ? "" : ")");
        out.word(key.descending() ? " desc" : "");
        Boolean nullsAhead = key.nullsAhead();
        if (nullsAhead != null) {
            out.word(nullsAhead ? " nulls first" : " nulls last");
        }
    }

    @Override
    public String toString() {
        return Inlined.of(this);
    }
}
