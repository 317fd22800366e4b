package io.athanor.types.compliance;

import io.athanor.types.SqlType;
import io.athanor.types.Types;
import java.time.Duration;
import java.time.Instant;
import java.time.LocalDate;
import java.time.LocalDateTime;
import java.time.LocalTime;
import java.time.OffsetTime;
import java.time.ZoneOffset;
import java.time.temporal.ChronoUnit;
import java.util.List;
import java.util.Random;

/** The types of time, from the year -4000 to the year 200000. */
final class TemporalSamples {
    private static final long DAY_NANOS = 86_400_000_000_000L;
    private static final LocalDate EPOCH = LocalDate.of(1970, 1, 1);

    private TemporalSamples() {}

    static List<Sample<?>> all() {
        return List.of(
                Sample.of(
                        Types.DATE,
                        TemporalSamples::date,
                        LocalDate.of(-4000, 1, 1),
                        LocalDate.of(0, 2, 29),
                        LocalDate.of(1, 1, 1),
                        LocalDate.of(1582, 10, 10),
                        LocalDate.of(1969, 12, 31),
                        LocalDate.of(2024, 2, 29),
                        LocalDate.of(9999, 12, 31),
                        LocalDate.of(10_000, 1, 1),
                        LocalDate.of(200_000, 12, 31)),
                times(Types.TIME),
                times(Types.time(0)),
                times(Types.time(3)),
                times(Types.time(9)),
                offsetTimes(Types.TIME_WITH_TIME_ZONE),
                offsetTimes(Types.timeWithTimeZone(3)),
                timestamps(Types.TIMESTAMP),
                timestamps(Types.timestamp(0)),
                timestamps(Types.timestamp(3)),
                timestamps(Types.timestamp(9)),
                instants(Types.TIMESTAMP_WITH_TIME_ZONE),
                instants(Types.timestampWithTimeZone(0)),
                instants(Types.timestampWithTimeZone(3)),
                instants(Types.timestampWithTimeZone(9)),
                Sample.of(
                        Types.INTERVAL,
                        source -> Duration.ofSeconds(source.nextInt(), source.nextInt(1_000_000) * 1000L),
                        Duration.ofDays(-40_000).minusNanos(1000),
                        Duration.ofHours(-25),
                        Duration.ofMillis(-1500),
                        Duration.ofNanos(-1000),
                        Duration.ZERO,
                        Duration.ofNanos(1000),
                        Duration.ofMillis(1500),
                        Duration.ofDays(1),
                        Duration.ofDays(101).plusHours(23),
                        Duration.ofDays(400_000).plusSeconds(59).plusNanos(999_999_000)),
                timestamps(Types.TIMESTAMP).map(Clock.class, Clock::new, Clock::shown));
    }

    record Clock(LocalDateTime shown) {}

    private static LocalDate date(Random source) {
        return EPOCH.plusDays(source.nextInt(2_000_000) - 1_000_000);
    }

    private static LocalTime time(Random source) {
        return LocalTime.ofNanoOfDay(Math.floorMod(source.nextLong(), DAY_NANOS));
    }

    private static Sample<LocalTime> times(SqlType<LocalTime> type) {
        int digits = digits(type);
        return cut(
                Sample.of(
                        type,
                        TemporalSamples::time,
                        LocalTime.MIDNIGHT,
                        LocalTime.of(0, 0, 1),
                        LocalTime.NOON,
                        LocalTime.of(12, 34, 56, 789_012_345),
                        LocalTime.MAX),
                digits,
                LocalTime::truncatedTo);
    }

    private static Sample<OffsetTime> offsetTimes(SqlType<OffsetTime> type) {
        return cut(
                Sample.of(
                        type,
                        source -> time(source).atOffset(ZoneOffset.ofTotalSeconds((source.nextInt(96) - 48) * 900)),
                        LocalTime.of(1, 2, 3, 456_789_999).atOffset(ZoneOffset.ofHoursMinutes(14, 0)),
                        LocalTime.MIDNIGHT.atOffset(ZoneOffset.UTC),
                        LocalTime.of(1, 2, 3, 999_000_000).atOffset(ZoneOffset.ofHoursMinutesSeconds(-3, -30, -17)),
                        LocalTime.MAX.atOffset(ZoneOffset.ofHours(-12))),
                digits(type),
                OffsetTime::truncatedTo);
    }

    private static Sample<LocalDateTime> timestamps(SqlType<LocalDateTime> type) {
        return cut(
                Sample.of(
                        type,
                        source -> date(source).atTime(time(source)),
                        LocalDateTime.of(-4000, 1, 1, 0, 0),
                        LocalDateTime.of(0, 12, 31, 23, 59, 59, 999_999_999),
                        LocalDateTime.of(1582, 10, 10, 1, 2, 3),
                        LocalDateTime.of(1969, 12, 31, 23, 59, 59, 999_999_999),
                        LocalDateTime.of(2024, 3, 31, 2, 30),
                        LocalDateTime.of(2024, 10, 27, 2, 30, 0, 123_456_789),
                        LocalDateTime.of(9999, 12, 31, 23, 59, 59, 999_999_999),
                        LocalDateTime.of(10_000, 1, 1, 0, 0),
                        LocalDateTime.of(200_000, 12, 31, 23, 59, 59)),
                digits(type),
                LocalDateTime::truncatedTo);
    }

    private static Sample<Instant> instants(SqlType<Instant> type) {
        return cut(
                Sample.of(
                        type,
                        source -> date(source).atTime(time(source)).toInstant(ZoneOffset.UTC),
                        Instant.parse("-4000-01-01T00:00:00Z"),
                        Instant.parse("0000-12-31T23:59:59.999999999Z"),
                        Instant.parse("1582-10-10T01:02:03Z"),
                        Instant.parse("1883-11-18T17:00:00Z"),
                        Instant.parse("1969-12-31T23:59:59.999999999Z"),
                        Instant.parse("2024-03-31T00:30:00Z"),
                        Instant.parse("2024-03-31T01:30:00Z"),
                        Instant.parse("2024-10-27T00:30:00Z"),
                        Instant.parse("2024-10-27T01:30:00.123456789Z"),
                        Instant.parse("9999-12-31T23:59:59.999999999Z"),
                        Instant.parse("+10000-01-01T00:00:00Z"),
                        Instant.parse("+200000-12-31T23:59:59Z")),
                digits(type),
                Instant::truncatedTo);
    }

    private static int digits(SqlType<?> type) {
        Integer digits = type.dataType().length();
        return digits == null ? 6 : digits;
    }

    /** Two values are equal if they are when cut. */
    private static <T> Sample<T> cut(Sample<T> sample, int digits, Cut<T> cut) {
        ChronoUnit unit = List.of(ChronoUnit.SECONDS, ChronoUnit.MILLIS, ChronoUnit.MICROS, ChronoUnit.NANOS)
                .get(digits / 3);
        return sample.identifiedBy(value -> cut.apply(value, unit));
    }

    private interface Cut<T> {
        T apply(T value, ChronoUnit unit);
    }
}
