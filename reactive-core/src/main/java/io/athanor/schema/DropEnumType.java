package io.athanor.schema;

import io.athanor.sql.Definition;
import io.athanor.sql.Inlined;
import io.athanor.sql.SqlWriter;
import io.athanor.types.DataType;

/**
 * {@code drop type …}. Databases that write the labels at each column skip it.
 *
 * @param type the type
 */
public record DropEnumType(DataType type) implements Definition, SchemaNode {
    @Override
    public void render(SqlWriter out) {
        out.word("drop type ").name(type.typeName());
    }

    @Override
    public String toString() {
        return Inlined.of(this);
    }
}
