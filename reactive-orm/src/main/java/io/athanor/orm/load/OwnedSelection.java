package io.athanor.orm.load;

import io.athanor.orm.mapping.EntityMapping;
import io.athanor.orm.state.EntityKey;
import io.athanor.sql.Column;
import io.athanor.sql.Expression;
import io.athanor.sql.RowReader;
import io.athanor.sql.Selection;
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

    private OwnedSelection(
            EntityMapping<?> owner,
            EntitySelection<?> member,
            List<Expression<?>> before,
            List<Column<?>> key,
            int[] keyPositions) {
        this.owner = owner;
        this.member = member;
        this.before = before;
        this.key = key;
        this.keyPositions = keyPositions;
    }

    /** {@code key} is in the member's own table. */
    static OwnedSelection byTarget(EntityMapping<?> owner, EntitySelection<?> member, List<Column<?>> key) {
        List<String> names = member.own().stream().map(Column::name).toList();
        int[] positions =
                key.stream().mapToInt(column -> names.indexOf(column.name())).toArray();
        return new OwnedSelection(owner, member, List.of(), key, positions);
    }

    /** {@code between}, columns of a join table, is the key. */
    static OwnedSelection byTable(
            EntityMapping<?> owner, EntitySelection<?> member, List<Column<?>> key, List<Expression<?>> between) {
        int[] positions = new int[key.size()];
        for (int i = 0; i < positions.length; i++) {
            positions[i] = i;
        }
        return new OwnedSelection(owner, member, between, key, positions);
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
        return found == null ? null : new Owned(EntityKey.of(owner, List.of(parts)), found);
    }

    @Override
    public List<? extends Selection<?>> parts() {
        List<Selection<?>> parts = new ArrayList<>(before);
        parts.add(member);
        return parts;
    }

    /** A member and the key of its owner. */
    record Owned(EntityKey owner, Object member) {}
}
