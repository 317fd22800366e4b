package io.athanor.orm.load;

import io.athanor.orm.mapping.EntityMapping;
import io.athanor.orm.mapping.MemberPlace;
import io.athanor.orm.mapping.RelationshipMapping;
import io.athanor.orm.state.EntityKey;
import io.athanor.sql.Column;
import io.athanor.sql.Expression;
import io.athanor.sql.RowReader;
import io.athanor.sql.Selection;
import io.athanor.sql.Source;
import java.util.ArrayList;
import java.util.List;
import org.jspecify.annotations.Nullable;

/** A member of a relationship together with the key of its owner, which its own columns have or others before them. */
final class OwnedSelection implements Selection<OwnedSelection.Owned> {
    private final EntityMapping<?> owner;
    private final EntitySelection<?> member;
    private final List<Expression<?>> before;
    private final List<Column<?>> key;
    private final int[] keyPositions;
    private final @Nullable PlaceColumns place;

    private OwnedSelection(
            EntityMapping<?> owner,
            EntitySelection<?> member,
            List<Expression<?>> before,
            List<Column<?>> key,
            int[] keyPositions,
            @Nullable PlaceColumns place) {
        this.owner = owner;
        this.member = member;
        this.before = before;
        this.key = key;
        this.keyPositions = keyPositions;
        this.place = place;
    }

    /** The owner's key, and the place, are in the member's own table. */
    static OwnedSelection byTarget(RelationshipMapping relationship, EntitySelection<?> member) {
        List<Column<?>> key = relationship.foreignKey();
        List<String> names = member.own().stream().map(Column::name).toList();
        int[] positions = key.stream()
                .mapToInt(column -> names.indexOf(nameIn(member, column)))
                .toArray();
        MemberPlace place = relationship.place();
        return new OwnedSelection(
                relationship.owner(),
                member,
                List.of(),
                key,
                positions,
                place == null ? null : PlaceColumns.in(place, member));
    }

    /** What a column of a table of the member's class is called where it is read. */
    static String nameIn(EntitySelection<?> member, Column<?> column) {
        return member.table().get(column).name();
    }

    /** They are in a join table under this name. */
    static OwnedSelection byTable(RelationshipMapping relationship, EntitySelection<?> member, Source<?> between) {
        List<Column<?>> key = relationship.foreignKey();
        List<Expression<?>> before = new ArrayList<>(KeyChunks.of(between, key));
        int[] positions = new int[key.size()];
        for (int i = 0; i < positions.length; i++) {
            positions[i] = i;
        }
        MemberPlace place = relationship.place();
        if (place != null) {
            before.addAll(KeyChunks.of(between, place.columns()));
        }
        return new OwnedSelection(
                relationship.owner(),
                member,
                List.copyOf(before),
                key,
                positions,
                place == null ? null : PlaceColumns.before(place, before.size()));
    }

    @Override
    public List<? extends Expression<?>> columns() {
        List<Expression<?>> columns = new ArrayList<>(before);
        columns.addAll(member.columns());
        return columns;
    }

    @Override
    public @Nullable Owned read(RowReader row, int first) {
        Object[] parts = new Object[keyPositions.length];
        for (int i = 0; i < parts.length; i++) {
            Object part = row.value(first + keyPositions[i], key.get(i).type());
            if (part == null) {
                return null;
            }
            parts[i] = part;
        }
        Object found = member.read(row, first + before.size());
        return found == null
                ? null
                : new Owned(EntityKey.of(owner, List.of(parts)), found, place == null ? null : place.read(row, first));
    }

    @Override
    public List<? extends Selection<?>> parts() {
        List<Selection<?>> parts = new ArrayList<>(before);
        parts.add(member);
        return parts;
    }

    /**
     * A member.
     *
     * @param owner the key of its owner
     * @param member the member
     * @param place where in the owner's collection it is, null if that is not kept
     */
    record Owned(EntityKey owner, Object member, @Nullable Object place) {}
}
