package io.athanor.r2dbc.sqlite;

import java.time.Instant;
import java.time.LocalDateTime;
import java.time.LocalTime;
import java.time.OffsetDateTime;
import java.time.OffsetTime;
import java.time.ZoneOffset;
import java.time.ZonedDateTime;
import java.time.format.DateTimeFormatter;
import java.time.format.DateTimeFormatterBuilder;
import java.time.temporal.ChronoField;

/**
 * Dates and times as text in the forms that SQLite's own functions read and write: {@code 2026-01-31 23:59:58.5}, with a fraction only
 * where there is one, so that text sorts as time does.
 */
final class TemporalText {
    private static final DateTimeFormatter TIME = new DateTimeFormatterBuilder()
            .appendPattern("HH:mm:ss")
            .appendFraction(ChronoField.NANO_OF_SECOND, 0, 9, true)
            .toFormatter();
    private static final DateTimeFormatter DATE_TIME = new DateTimeFormatterBuilder()
            .append(DateTimeFormatter.ISO_LOCAL_DATE)
            .appendLiteral(' ')
            .append(TIME)
            .toFormatter();

    private TemporalText() {}

    static String of(LocalTime value) {
        return TIME.format(value);
    }

    static String of(OffsetTime value) {
        return TIME.format(value) + value.getOffset().getId();
    }

    static String of(LocalDateTime value) {
        return DATE_TIME.format(value);
    }

    static String of(OffsetDateTime value) {
        return DATE_TIME.format(value) + value.getOffset().getId();
    }

    static String of(Instant value) {
        return of(value.atOffset(ZoneOffset.UTC));
    }

    /** With the zone in brackets after the offset, which SQLite's functions do not read. */
    static String of(ZonedDateTime value) {
        String text = of(value.toOffsetDateTime());
        return value.getZone() instanceof ZoneOffset
                ? text
                : text + '[' + value.getZone().getId() + ']';
    }
}
