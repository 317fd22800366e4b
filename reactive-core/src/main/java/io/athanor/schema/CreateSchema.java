package io.athanor.schema;

import io.athanor.sql.Definition;
import io.athanor.sql.Inlined;
import io.athanor.sql.SqlWriter;

/**
 * {@code create schema if not exists …}.
 *
 * @param name the schema's name
 */
public record CreateSchema(String name) implements Definition {
    @Override
    public void render(SqlWriter out) {
        out.word("create schema if not exists ").name(name);
    }

    @Override
    public String toString() {
        return Inlined.of(this);
    }
}
