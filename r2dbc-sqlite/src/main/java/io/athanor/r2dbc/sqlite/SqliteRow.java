package io.athanor.r2dbc.sqlite;

import io.r2dbc.spi.Result;
import io.r2dbc.spi.Row;
import io.r2dbc.spi.RowMetadata;
import java.sql.SQLException;
import java.time.DateTimeException;
import org.jspecify.annotations.Nullable;

/**
 * A row. While the statement stands on it, values are read straight from SQLite; once detached it holds a copy of them and may be kept.
 */
final class SqliteRow implements Row, Result.RowSegment {
    private final Cursor cursor;
    private final int columnCount;
    private @Nullable PreparedSql statement;
    private @Nullable Object @Nullable [] copy;

    SqliteRow(Cursor cursor, PreparedSql statement, int columnCount) {
        this.cursor = cursor;
        this.columnCount = columnCount;
        this.statement = statement;
    }

    /** Copies the values, so that the row outlives the statement's next step. */
    SqliteRow detach() throws SQLException {
        PreparedSql source = statement;
        if (source != null && copy == null) {
            @Nullable Object[] values = new @Nullable Object[columnCount];
            for (int i = 0; i < values.length; i++) {
                values[i] = source.value(i);
            }
            cursor.metadata();
            copy = values;
        }
        return this;
    }

    /** The statement steps on. */
    void expire() {
        statement = null;
    }

    @Override
    public RowMetadata getMetadata() {
        return cursor.metadata();
    }

    @Override
    public Row row() {
        return this;
    }

    @Override
    public <T> @Nullable T get(int index, Class<T> type) {
        Check.notNull(type, "type");
        Object value = value(index);
        if (value == null) {
            return null;
        }
        return type.isInstance(value) && type != Object.class ? type.cast(value) : convert(index, value, type);
    }

    @Override
    public <T> @Nullable T get(String name, Class<T> type) {
        return get(cursor.metadata().indexOf(name), type);
    }

    private <T> T convert(int index, Object value, Class<T> type) {
        SqliteColumnMetadata column = cursor.metadata().getColumnMetadata(index);
        try {
            return Decoders.decode(value, type, column.declared());
        } catch (ArithmeticException
                | DateTimeException
                | IllegalArgumentException e) { // Not as cause: it quotes the value.
            throw new IllegalArgumentException("Column " + column.getName() + " of type "
                    + (column.declared().name().isEmpty()
                            ? "(none)"
                            : column.declared().name())
                    + " holds a value of storage class " + Decoders.storageClass(value) + " that cannot be read as "
                    + type.getName());
        }
    }

    private @Nullable Object value(int index) {
        if (index < 0 || index >= columnCount) {
            throw new IndexOutOfBoundsException(
                    "There is no column with index " + index + "; the row has " + columnCount);
        }
        @Nullable Object[] values = copy;
        if (values != null) {
            return values[index];
        }
        PreparedSql source = statement;
        if (source == null) {
            throw new IllegalStateException(
                    "A row is valid only inside the function it was passed to; return the values from it");
        }
        try {
            return source.value(index);
        } catch (SQLException e) {
            throw Failures.translate(e, cursor.sql());
        }
    }
}
