package io.athanor.orm.state;

import io.athanor.orm.mapping.EntityMapping;
import io.athanor.orm.mapping.MappedColumn;
import java.util.List;
import org.jspecify.annotations.Nullable;

/** The values of a row as they were last read or written, one for each column of the mapping. Immutable. */
public final class Snapshot {
    /** Stands among values for what was not read. */
    public static final Object UNREAD = new Object() {
        @Override
        public String toString() {
            return "(not read)";
        }
    };

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

    /**
     * What was read, by the columns' index, into {@code entity}; {@link #UNREAD} for what was not. The array itself where all was
     * read and nothing in it can change.
     */
    static Snapshot of(EntityMapping<?> mapping, @Nullable Object[] values, Object entity) {
        boolean isWhole = isWhole(values);
        List<MappedColumn> copied = isWhole ? mapping.mutableColumns() : mapping.columns();
        if (copied.isEmpty()) {
            return new Snapshot(values);
        }
        @Nullable Object[] kept = values.clone();
        for (MappedColumn column : copied) {
            Object value = values[column.index()];
            kept[column.index()] = value == UNREAD
                    ? new Unread(Kept.of(column.column(), column.get(entity)))
                    : Kept.of(column.column(), value);
        }
        return new Snapshot(kept);
    }

    private static boolean isWhole(@Nullable Object[] values) {
        for (Object value : values) {
            if (value == UNREAD) {
                return false;
            }
        }
        return true;
    }

    /**
     * What the entity, just written, holds now. What was not read and is as it was stays unread, and what the object does not
     * say is as it was known.
     */
    Snapshot written(EntityState state) {
        List<MappedColumn> columns = state.mapping().columns();
        Object entity = state.entity();
        Snapshot now = of(columns, entity);
        for (MappedColumn column : columns) {
            boolean isUnsaid = !column.isHeld() || state.isStillUnloaded(column);
            if (isUnsaid || (isUnread(column) && !differs(column, entity))) {
                now.kept[column.index()] = kept[column.index()];
            }
        }
        return now;
    }

    /** The same with what was not read yet taken from {@code values}. */
    Snapshot filled(List<MappedColumn> columns, @Nullable Object[] values) {
        @Nullable Object[] copy = kept.clone();
        for (MappedColumn column : columns) {
            Object value = values[column.index()];
            if (isUnread(column) && value != UNREAD) {
                copy[column.index()] = Kept.of(column.column(), value);
            }
        }
        return new Snapshot(copy);
    }

    /** Whether the column was not read. */
    public boolean isUnread(MappedColumn column) {
        return kept[column.index()] instanceof Unread;
    }

    /** Whether some column was not read. */
    boolean isPartial(List<MappedColumn> columns) {
        for (int i = 0; i < kept.length; i++) {
            if (kept[i] instanceof Unread && !columns.get(i).isDeferred()) {
                return true;
            }
        }
        return false;
    }

    /** Whether any column was not read. */
    boolean hasUnread() {
        for (Object each : kept) {
            if (each instanceof Unread) {
                return true;
            }
        }
        return false;
    }

    /** The value of a column; of one that was not read, what the object held without it. */
    public @Nullable Object value(MappedColumn column) {
        return Kept.value(column.column(), known(column));
    }

    /** Whether {@code entity} holds another value now. */
    public boolean differs(MappedColumn column, Object entity) {
        return !Kept.isSame(column.column(), known(column), column.get(entity));
    }

    private @Nullable Object known(MappedColumn column) {
        Object value = kept[column.index()];
        return value instanceof Unread unread ? unread.initial : value;
    }

    /** The same with another value of one column. */
    Snapshot with(MappedColumn column, @Nullable Object value) {
        @Nullable Object[] copy = kept.clone();
        copy[column.index()] = Kept.of(column.column(), value);
        return new Snapshot(copy);
    }

    /** Stands for the value of a column that was not read: what the object held all the same. */
    private record Unread(@Nullable Object initial) {}
}
