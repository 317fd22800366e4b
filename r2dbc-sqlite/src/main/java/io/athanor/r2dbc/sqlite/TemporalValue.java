package io.athanor.r2dbc.sqlite;

import java.time.DateTimeException;
import java.time.Instant;
import java.time.LocalDate;
import java.time.LocalDateTime;
import java.time.LocalTime;
import java.time.OffsetDateTime;
import java.time.OffsetTime;
import java.time.ZoneId;
import java.time.ZoneOffset;
import java.time.ZonedDateTime;
import java.time.format.DateTimeFormatter;
import java.time.format.DateTimeFormatterBuilder;
import java.time.temporal.TemporalAccessor;
import java.time.temporal.TemporalQueries;
import org.jspecify.annotations.Nullable;

/**
 * A stored date or time in any of the forms of SQLite: text as ISO 8601 has it, with a blank or a {@code T} in the middle; an INTEGER of
 * seconds since 1970, or of milliseconds where it is too large for that; a REAL of Julian days. Where no offset is stored, it is UTC.
 */
final class TemporalValue {
    private static final DateTimeFormatter FORM = form();

    /** From here on SQLite's {@code auto} modifier no longer takes a number for seconds: the year 10000. */
    private static final long END_OF_SECONDS = 253_402_300_800L;

    private static final double JULIAN_EPOCH = 2_440_587.5;
    private static final double LAST_JULIAN_DAY = 5_373_484.5;

    private final TemporalAccessor parts;

    private TemporalValue(TemporalAccessor parts) {
        this.parts = parts;
    }

    static TemporalValue of(Object stored) {
        if (stored instanceof Long number) {
            return at(Math.abs(number) < END_OF_SECONDS ? Instant.ofEpochSecond(number) : Instant.ofEpochMilli(number));
        }
        if (stored instanceof Double number) {
            double millis =
                    number >= 0 && number < LAST_JULIAN_DAY ? (number - JULIAN_EPOCH) * 86_400_000 : number * 1000;
            return at(Instant.ofEpochMilli(Math.round(millis)));
        }
        if (stored instanceof String text) {
            return new TemporalValue(FORM.parse(text.strip()));
        }
        throw new IllegalArgumentException("BLOB");
    }

    private static TemporalValue at(Instant instant) {
        return new TemporalValue(instant.atOffset(ZoneOffset.UTC));
    }

    private static DateTimeFormatter form() {
        DateTimeFormatter time = new DateTimeFormatterBuilder()
                .append(DateTimeFormatter.ISO_LOCAL_TIME)
                .optionalStart()
                .appendOffsetId()
                .optionalStart()
                .appendLiteral('[')
                .parseCaseSensitive()
                .appendZoneRegionId()
                .appendLiteral(']')
                .toFormatter();
        return new DateTimeFormatterBuilder()
                .parseCaseInsensitive()
                .optionalStart()
                .append(DateTimeFormatter.ISO_LOCAL_DATE)
                .optionalEnd()
                .optionalStart()
                .appendLiteral('T')
                .optionalEnd()
                .optionalStart()
                .appendLiteral(' ')
                .optionalEnd()
                .optionalStart()
                .append(time)
                .toFormatter();
    }

    LocalDate date() {
        return present(parts.query(TemporalQueries.localDate()));
    }

    LocalTime time() {
        return present(parts.query(TemporalQueries.localTime()));
    }

    /** A date alone is its midnight. */
    LocalDateTime dateTime() {
        LocalTime time = parts.query(TemporalQueries.localTime());
        return date().atTime(time == null ? LocalTime.MIDNIGHT : time);
    }

    OffsetTime offsetTime() {
        return time().atOffset(offset());
    }

    OffsetDateTime offsetDateTime() {
        return dateTime().atOffset(offset());
    }

    ZonedDateTime zonedDateTime() {
        ZoneId zone = parts.query(TemporalQueries.zone());
        ZoneOffset offset = offset();
        return ZonedDateTime.ofInstant(dateTime(), offset, zone == null ? offset : zone);
    }

    private ZoneOffset offset() {
        ZoneOffset offset = parts.query(TemporalQueries.offset());
        return offset == null ? ZoneOffset.UTC : offset;
    }

    private static <T> T present(@Nullable T part) {
        if (part == null) {
            throw new DateTimeException("part missing");
        }
        return part;
    }
}
