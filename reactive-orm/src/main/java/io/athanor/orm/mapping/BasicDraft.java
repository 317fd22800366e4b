package io.athanor.orm.mapping;

/**
 * An attribute that is one value in one column.
 *
 * @param path its name, within embedded objects theirs before it
 * @param property where its value is in the entity
 * @param column its column
 * @param generation who makes its value where there is none
 * @param role what it is to the entity
 */
record BasicDraft(String path, Property property, ColumnSpec column, Generation generation, Role role)
        implements AttributeDraft {
    /** What an attribute is to its entity. */
    enum Role {
        PLAIN,
        KEY,
        VERSION,
        DISCRIMINATOR,
        /** It is read when it is asked for. */
        DEFERRED
    }

    @Override
    public boolean isKey() {
        return role == Role.KEY;
    }
}
