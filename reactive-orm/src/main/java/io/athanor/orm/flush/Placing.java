package io.athanor.orm.flush;

import io.athanor.orm.flush.Arranged.Spot;
import io.athanor.orm.mapping.EntityMapping;
import io.athanor.orm.mapping.MemberPlace;
import io.athanor.orm.mapping.RelationshipMapping;
import io.athanor.orm.mapping.RelationshipMapping.Kind;
import io.athanor.sql.Column;
import java.util.Collection;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Set;
import java.util.function.Function;

/** Writes into the rows of members where in a collection they are: the row is not counted as changed for that alone. */
final class Placing {
    private final Function<Object, RowChange> rowOf;
    private final Rows keyOf;

    /**
     * What writes places.
     *
     * @param rowOf the row of a member that stays
     * @param keyOf the key of an entity that a map has a member by
     */
    Placing(Function<Object, RowChange> rowOf, Rows keyOf) {
        this.rowOf = rowOf;
        this.keyOf = keyOf;
    }

    /** Those in the rows of members themselves; a join table's are in its links. */
    void write(List<Arranged> arranged) {
        for (Arranged each : arranged) {
            if (each.relationship().joinTable() == null) {
                each.added().forEach(spot -> write(each, spot));
            }
        }
    }

    private void write(Arranged arranged, Spot spot) {
        RowChange row = rowOf.apply(spot.member());
        List<Column<?>> columns = row.mapping().own(arranged.place().columns());
        for (int i = 0; i < columns.size(); i++) {
            EntityMapping<?> ofKey = arranged.place().entity();
            Value value = ofKey != null && spot.place() != null
                    ? new Value.KeyOf(keyOf.of(arranged.relationship(), ofKey, spot.place()), i)
                    : new Value.Given(spot.place());
            row.values().put(columns.get(i), value);
        }
    }

    /** Who has left a collection, and came to no other, is nowhere. */
    static void leave(Collection<RowChange> rows, References references) {
        for (RowChange row : rows) {
            Set<RelationshipMapping> collections =
                    new LinkedHashSet<>(references.of(row.entity()).keySet());
            row.mapping().relationships().stream()
                    .filter(own -> own.kind() == Kind.TO_ONE)
                    .map(RelationshipMapping::inverse)
                    .filter(java.util.Objects::nonNull)
                    .forEach(collections::add);
            collections.forEach(collection -> leave(row, collection));
        }
    }

    private static void leave(RowChange row, RelationshipMapping collection) {
        MemberPlace place = collection.place();
        if (place != null
                && collection.joinTable() == null
                && row.values().keySet().containsAll(row.mapping().own(collection.foreignKey()))) {
            row.mapping().own(place.columns()).forEach(column -> row.values().putIfAbsent(column, Value.ofNull()));
        }
    }
}
