package io.athanor.schema;

/**
 * Something that exists in a database.
 *
 * @param kind what it is
 * @param schema the schema it is in
 * @param name its name
 * @param isFoundByName whether it is what its name means when no schema is said
 */
public record SchemaObject(Kind kind, String schema, String name, boolean isFoundByName) {
    /** What there is in a schema that is created and dropped by a statement of its own. */
    public enum Kind {
        TABLE,
        SEQUENCE,
        ENUM_TYPE
    }
}
