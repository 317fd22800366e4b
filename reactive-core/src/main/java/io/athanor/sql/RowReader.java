package io.athanor.sql;

import io.athanor.types.SqlType;
import org.jspecify.annotations.Nullable;

/** The current row of a result, by position. Valid only while the row is being read. */
public interface RowReader {
    /** The value of the 0-based column {@code index}, null if it is NULL. */
    <T> @Nullable T value(int index, SqlType<T> type);
}
