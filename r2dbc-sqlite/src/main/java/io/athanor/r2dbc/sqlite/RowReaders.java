package io.athanor.r2dbc.sqlite;

import io.r2dbc.spi.R2dbcException;
import io.r2dbc.spi.Result.Segment;
import java.sql.SQLException;
import java.util.function.Function;
import java.util.function.Predicate;
import org.jspecify.annotations.Nullable;

/** The ways to read a result. */
final class RowReaders {
    private RowReaders() {}

    /** What the function makes of each row. */
    static <T> RowReader<T> rows(Predicate<Segment> filter, Function<SqliteRow, ? extends @Nullable T> function) {
        return row -> {
            if (!filter.test(row)) {
                return null;
            }
            T value = function.apply(row);
            if (value == null) {
                throw new NullPointerException(
                        "The mapping function returned null, which no stream can carry; wrap it in an Optional");
            }
            return value;
        };
    }

    /** Only the number of rows changed. */
    static RowReader<Long> changes(Predicate<Segment> filter) {
        return new RowReader<>() {
            @Override
            public @Nullable Long row(SqliteRow row) {
                return null;
            }

            @Override
            public @Nullable Long end(long changes) {
                return changes >= 0 && filter.test(new ChangesSegment(changes)) ? changes : null;
            }
        };
    }

    /** Rows that may be kept, and the number of rows changed. */
    static RowReader<Segment> segments(Predicate<Segment> filter) {
        return new RowReader<>() {
            @Override
            public @Nullable Segment row(SqliteRow row) {
                return filter.test(row) ? detached(row) : null;
            }

            @Override
            public @Nullable Segment end(long changes) {
                ChangesSegment segment = new ChangesSegment(changes);
                return changes >= 0 && filter.test(segment) ? segment : null;
            }
        };
    }

    private static SqliteRow detached(SqliteRow row) throws R2dbcException {
        try {
            return row.detach();
        } catch (SQLException e) {
            throw Failures.translate(e, null);
        }
    }
}
