package io.athanor.orm.flush;

import io.athanor.orm.mapping.RelationshipMapping;
import io.athanor.sql.Column;
import java.util.ArrayList;
import java.util.List;
import java.util.Objects;
import org.jspecify.annotations.Nullable;

/**
 * A row of a join table.
 *
 * @param relationship the side that writes the table
 * @param owner the row of the entity that has that side
 * @param target the row that it leads to
 * @param place where in the owner's collection the target is; null if that is not kept, or all places are meant
 * @param isMoved whether the two are linked before and after, in another place
 */
record Link(RelationshipMapping relationship, Keyed owner, Keyed target, @Nullable Keyed place, boolean isMoved) {
    Link(RelationshipMapping relationship, Keyed owner, Keyed target) {
        this(relationship, owner, target, null, false);
    }

    /** Its columns, in the order of its values. */
    List<Column<?>> columns() {
        List<Column<?>> columns = new ArrayList<>(relationship.foreignKey());
        columns.addAll(relationship.targetForeignKey());
        if (place != null) {
            columns.addAll(Objects.requireNonNull(relationship.place()).columns());
        }
        return columns;
    }

    /** Its values, those that refer to the owner first. */
    List<Object> values() {
        List<Object> values = new ArrayList<>(owner.key());
        values.addAll(target.key());
        if (place != null) {
            values.addAll(place.key());
        }
        return values;
    }
}
