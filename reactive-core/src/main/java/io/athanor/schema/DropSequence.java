package io.athanor.schema;

import io.athanor.sql.Definition;
import io.athanor.sql.Inlined;
import io.athanor.sql.SqlWriter;
import io.athanor.sql.TableName;

/**
 * {@code drop sequence …}.
 *
 * @param name the sequence's name
 */
public record DropSequence(TableName name) implements Definition {
    @Override
    public void render(SqlWriter out) {
        out.word("drop sequence ").node(name);
    }

    @Override
    public String toString() {
        return Inlined.of(this);
    }
}
