package io.athanor.dialect;

import io.athanor.UnsupportedByDialectException;
import java.time.Instant;
import java.time.LocalDate;
import java.time.LocalDateTime;
import java.time.LocalTime;
import java.time.ZoneOffset;
import java.time.format.DateTimeFormatter;
import java.time.format.DateTimeFormatterBuilder;
import java.time.temporal.ChronoField;

/**
 * Dates and times as the text that SQLite's own functions read, with a fraction only where there is one: such text sorts as
 * time does. A point in time is its date and time in UTC, as {@code current_timestamp} has it.
 */
final class SqliteTemporals {
    private static final int LAST_YEAR = 9999;
    private static final DateTimeFormatter TIME = new DateTimeFormatterBuilder()
            .appendPattern("HH:mm:ss")
            .appendFraction(ChronoField.NANO_OF_SECOND, 0, 9, true)
            .toFormatter();

    private SqliteTemporals() {}

    static String date(LocalDate value) {
        if (value.getYear() < 0 || value.getYear() > LAST_YEAR) {
            throw new UnsupportedByDialectException(
                    "SQLite", "dates before the year 0 and after 9999", "keep a number");
        }
        return value.toString();
    }

    static String time(LocalTime value) {
        return TIME.format(value);
    }

    static String timestamp(LocalDateTime value) {
        return date(value.toLocalDate()) + ' ' + time(value.toLocalTime());
    }

    static String instant(Instant value) {
        return timestamp(LocalDateTime.ofInstant(value, ZoneOffset.UTC));
    }
}
