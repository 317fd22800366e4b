package io.athanor.r2dbc.sqlite;

import org.jspecify.annotations.Nullable;

/** What becomes of the rows of a result, and of its end. Null is nothing: the row is passed over, and no demand is used up. */
interface RowReader<T> {
    @Nullable
    T row(SqliteRow row);

    /** What comes after the last row, given the number of rows changed, −1 if there is none. */
    default @Nullable T end(long changes) {
        return null;
    }
}
