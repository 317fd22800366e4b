package io.athanor.dialect;

import io.athanor.sql.Literals;
import java.time.Instant;
import java.time.LocalDate;
import java.time.LocalDateTime;
import java.time.ZoneOffset;
import java.time.format.DateTimeFormatter;
import java.time.format.DateTimeFormatterBuilder;
import java.time.format.SignStyle;
import java.time.temporal.ChronoField;
import java.time.temporal.TemporalAccessor;

/** Dates as PostgreSQL reads them: a year has no sign, and those before year 1 are counted backwards and marked BC. */
final class PostgresLiterals {
    private static final DateTimeFormatter DATE = new DateTimeFormatterBuilder()
            .appendValue(ChronoField.YEAR_OF_ERA, 4, 10, SignStyle.NEVER)
            .appendPattern("-MM-dd")
            .toFormatter();
    private static final DateTimeFormatter TIMESTAMP = new DateTimeFormatterBuilder()
            .append(DATE)
            .appendPattern(" HH:mm:ss.nnnnnnnnn")
            .toFormatter();

    private PostgresLiterals() {}

    static String date(LocalDate value) {
        return "date " + Literals.text(DATE.format(value) + era(value));
    }

    static String timestamp(LocalDateTime value) {
        return "timestamp " + Literals.text(TIMESTAMP.format(value) + era(value));
    }

    static String instant(Instant value) {
        LocalDateTime utc = LocalDateTime.ofInstant(value, ZoneOffset.UTC);
        return "timestamp with time zone " + Literals.text(TIMESTAMP.format(utc) + "+00" + era(utc));
    }

    private static String era(TemporalAccessor value) {
        return value.get(ChronoField.YEAR) > 0 ? "" : " BC";
    }
}
