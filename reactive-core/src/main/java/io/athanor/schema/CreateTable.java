package io.athanor.schema;

import io.athanor.sql.Definition;
import io.athanor.sql.Inlined;
import io.athanor.sql.SqlNode;
import io.athanor.sql.SqlWriter;
import io.athanor.sql.TableName;
import java.util.ArrayList;
import java.util.List;

/**
 * {@code create table …}.
 *
 * @param name the table's name
 * @param columns its columns
 * @param constraints its constraints; foreign keys to tables that are created later are not among them
 */
public record CreateTable(TableName name, List<ColumnDefinition> columns, List<ConstraintDefinition> constraints)
        implements Definition, SchemaNode {
    @Override
    public void render(SqlWriter out) {
        List<SqlNode> parts = new ArrayList<>(columns);
        parts.addAll(constraints);
        out.word("create table ")
                .node(name)
                .word(" (\n    ")
                .list(parts, ",\n    ")
                .word("\n)");
    }

    @Override
    public String toString() {
        return Inlined.of(this);
    }
}
