package io.athanor.orm.mapping;

import jakarta.persistence.CollectionTable;
import java.util.List;
import org.jspecify.annotations.Nullable;

/**
 * A collection of values in a table of its own, as its attribute says it.
 *
 * @param relationship the attribute, seen as a relationship to what has the values
 * @param place the columns that say where in the collection a value is: its index or its key; empty if it has no place
 * @param values the columns of a value
 * @param table what is said of the table, null if nothing is
 */
record ElementDraft(
        RelationshipDraft relationship,
        List<BasicDraft> place,
        List<BasicDraft> values,
        @Nullable CollectionTable table)
        implements AttributeDraft {
    @Override
    public boolean isKey() {
        return false;
    }
}
