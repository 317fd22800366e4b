package io.athanor.orm.flush;

import io.athanor.orm.mapping.RelationshipMapping;
import java.util.ArrayList;
import java.util.List;

/**
 * A row of a join table.
 *
 * @param relationship the side that writes the table
 * @param owner the row of the entity that has that side
 * @param target the row that it leads to
 */
record Link(RelationshipMapping relationship, Keyed owner, Keyed target) {
    /** Its values, those that refer to the owner first. */
    List<Object> values() {
        List<Object> values = new ArrayList<>(owner.key());
        values.addAll(target.key());
        return values;
    }
}
