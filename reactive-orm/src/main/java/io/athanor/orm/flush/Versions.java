package io.athanor.orm.flush;

import io.athanor.orm.mapping.MappedColumn;
import java.time.Instant;
import java.time.LocalDateTime;
import java.time.OffsetDateTime;
import java.time.ZoneOffset;
import java.time.temporal.ChronoUnit;
import org.jspecify.annotations.Nullable;

/** Counts the changes of a row: numbers from 1 in steps of 1, times as now. */
final class Versions {
    private Versions() {}

    /** What a new row has: what its object says, if it says any. */
    static Object first(MappedColumn version, Object entity) {
        Object given = version.get(entity);
        return given == null || (given instanceof Number number && number.longValue() == 0)
                ? next(version, null)
                : given;
    }

    /** Has a changed row count its change. */
    static void count(RowChange row) {
        MappedColumn version = row.mapping().version();
        if (version != null) {
            Object next = next(version, row.oldVersion());
            row.values().put(version.column(), new Value.Given(next));
            row.made().put(version, next);
        }
    }

    private static Object next(MappedColumn version, @Nullable Object before) {
        Class<?> type = version.column().type().javaType();
        long number = before instanceof Number counted ? counted.longValue() + 1 : 1;
        if (type == Long.class) {
            return number;
        }
        if (type == Integer.class) {
            return Math.toIntExact(number);
        }
        if (type == Short.class) {
            return (short) number;
        }
        Instant now = Instant.now().truncatedTo(ChronoUnit.MICROS);
        if (type == Instant.class) {
            return now;
        }
        if (type == LocalDateTime.class) {
            return LocalDateTime.ofInstant(now, ZoneOffset.UTC);
        }
        if (type == OffsetDateTime.class) {
            return now.atOffset(ZoneOffset.UTC);
        }
        throw new IllegalStateException(version + " counts in a " + type.getName());
    }
}
