package io.athanor.orm.load;

import io.athanor.orm.mapping.EntityRow;
import io.athanor.orm.mapping.EntityTable;
import io.athanor.orm.mapping.Loaded;
import io.athanor.sql.Expression;
import io.athanor.sql.Selection;
import io.athanor.types.SqlType;
import java.util.List;
import org.jspecify.annotations.Nullable;

/**
 * A row kept until what its entities are related to is loaded, so that a function over it sees all of them. Immutable.
 */
final class KeptRow implements EntityRow {
    /** A column's value where it is, and an entity at its first column. */
    private final @Nullable Object[] values;

    private KeptRow(@Nullable Object[] values) {
        this.values = values;
    }

    /** The row that {@code reader} is at. */
    static KeptRow of(EntityReader reader, List<? extends Expression<?>> columns, List<EntityPart> entities) {
        @Nullable Object[] values = new @Nullable Object[columns.size()];
        int next = 0;
        int read = 0; // where that is in the row, which may have fewer columns of an entity, or more
        for (EntityPart part : entities) {
            for (; next < part.position(); next++, read++) {
                values[next] = reader.value(read, columns.get(next).type());
            }
            values[next] = reader.entity(part.entity(), read);
            next += part.width();
            read += part.entity().columns().size();
        }
        for (; next < values.length; next++, read++) {
            values[next] = reader.value(read, columns.get(next).type());
        }
        return new KeptRow(values);
    }

    <R> @Nullable R readAs(Selection<R> selection) {
        return selection.read(this, 0);
    }

    /** What was read at a position. */
    @Nullable
    Object at(int position) {
        return values[position];
    }

    @Override
    @SuppressWarnings("unchecked") // it was read as the column's type
    public <T> @Nullable T value(int index, SqlType<T> type) {
        return (T) values[index];
    }

    @Override
    public <E> @Nullable E entity(EntityTable<E, ?, ?> table, int first) {
        return entity(table.mapping().type(), first);
    }

    @Override
    public <E> @Nullable E entity(Loaded<E> loaded, int first) {
        return entity(loaded.table().mapping().type(), first);
    }

    private <E> @Nullable E entity(Class<E> type, int first) {
        Object entity = values[first];
        if (entity != null && !type.isInstance(entity)) {
            throw new IllegalStateException("a selection that holds the table of " + type.getSimpleName()
                    + " has to name it among its parts(), or a session cannot load it");
        }
        return entity == null ? null : type.cast(entity);
    }
}
