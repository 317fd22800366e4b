package io.athanor.sql;

import io.athanor.ConfigurationException;
import org.jspecify.annotations.Nullable;

/**
 * The name of a table or sequence, with or without a schema.
 *
 * @param schema the schema, null for the connection's own
 * @param name the name within it
 */
public record TableName(@Nullable String schema, String name) implements SqlNode {
    /** Refuses empty names. */
    public TableName {
        if (name.isEmpty() || (schema != null && schema.isEmpty())) {
            throw new ConfigurationException("a table needs a name, and a schema that is said needs one too");
        }
    }

    /** A name in the connection's own schema. */
    public static TableName of(String name) {
        return new TableName(null, name);
    }

    /** A name in {@code schema}. */
    public static TableName of(String schema, String name) {
        return new TableName(schema, name);
    }

    @Override
    public void render(SqlWriter out) {
        if (schema != null) {
            out.name(schema).word(".");
        }
        out.name(name);
    }

    @Override
    public String toString() {
        return schema == null ? name : schema + "." + name;
    }
}
