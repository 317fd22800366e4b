package io.athanor.orm.state;

import io.athanor.orm.mapping.MappedColumn;
import java.util.List;
import org.jspecify.annotations.Nullable;

/** The values of a row as they were last read or written, one for each column of the mapping. Immutable. */
public final class Snapshot {
    private final @Nullable Object[] kept;

    private Snapshot(@Nullable Object[] kept) {
        this.kept = kept;
    }

    /** What {@code entity} holds now. */
    static Snapshot of(List<MappedColumn> columns, Object entity) {
        @Nullable Object[] kept = new @Nullable Object[columns.size()];
        for (MappedColumn column : columns) {
            kept[column.index()] = Kept.of(column.column(), column.get(entity));
        }
        return new Snapshot(kept);
    }

    /** What was read, by the columns' index. */
    static Snapshot of(List<MappedColumn> columns, @Nullable Object[] values) {
        @Nullable Object[] kept = new @Nullable Object[columns.size()];
        for (MappedColumn column : columns) {
            kept[column.index()] = Kept.of(column.column(), values[column.index()]);
        }
        return new Snapshot(kept);
    }

    /** The value of a column. */
    public @Nullable Object value(MappedColumn column) {
        return Kept.value(column.column(), kept[column.index()]);
    }

    /** Whether {@code entity} holds another value now. */
    public boolean differs(MappedColumn column, Object entity) {
        return !Kept.isSame(column.column(), kept[column.index()], column.get(entity));
    }

    /** The same with another value of one column. */
    Snapshot with(MappedColumn column, @Nullable Object value) {
        @Nullable Object[] copy = kept.clone();
        copy[column.index()] = Kept.of(column.column(), value);
        return new Snapshot(copy);
    }
}
