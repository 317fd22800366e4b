package io.athanor.schema;

import io.athanor.sql.Definition;
import io.athanor.sql.Inlined;
import io.athanor.sql.SqlWriter;
import io.athanor.types.DataType;
import io.athanor.types.Types;

/**
 * {@code create type … as enum (…)}, in the connection's own schema. Databases that write the labels at each column skip it.
 *
 * @param type the type
 */
public record CreateEnumType(DataType type) implements Definition, SchemaNode {
    @Override
    public void render(SqlWriter out) {
        out.word("create type ").name(type.typeName()).word(" as enum (");
        String before = "";
        for (String label : type.labels()) {
            out.word(before).literal(label, Types.TEXT);
            before = ", ";
        }
        out.word(")");
    }

    @Override
    public String toString() {
        return Inlined.of(this);
    }
}
