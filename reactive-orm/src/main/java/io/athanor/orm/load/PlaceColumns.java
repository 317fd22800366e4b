package io.athanor.orm.load;

import io.athanor.orm.mapping.MemberPlace;
import io.athanor.orm.state.EntityKey;
import io.athanor.sql.Column;
import io.athanor.sql.RowReader;
import java.util.List;
import java.util.stream.IntStream;
import org.jspecify.annotations.Nullable;

/**
 * Where in a row the place of a member is.
 *
 * @param place the columns
 * @param positions of each, from the first column of what is read
 */
record PlaceColumns(MemberPlace place, List<Integer> positions) {
    /** Among a member's own columns. */
    static PlaceColumns in(MemberPlace place, EntitySelection<?> member) {
        List<String> names = member.own().stream().map(Column::name).toList();
        return new PlaceColumns(
                place,
                place.columns().stream()
                        .map(column -> names.indexOf(OwnedSelection.nameIn(member, column)))
                        .toList());
    }

    /** The last of {@code offset} columns of a join table. */
    static PlaceColumns before(MemberPlace place, int offset) {
        int first = offset - place.columns().size();
        return new PlaceColumns(place, IntStream.range(first, offset).boxed().toList());
    }

    /** The place: an index, a key, or which entity is the key; null if the row does not say it. */
    @Nullable
    Object read(RowReader row, int first) {
        Object[] parts = new Object[positions.size()];
        for (int i = 0; i < parts.length; i++) {
            Object part =
                    row.value(first + positions.get(i), place.columns().get(i).type());
            if (part == null) {
                return null;
            }
            parts[i] = part;
        }
        return place.entity() == null ? parts[0] : EntityKey.of(place.entity(), List.of(parts));
    }
}
