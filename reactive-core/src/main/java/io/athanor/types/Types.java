package io.athanor.types;

import io.athanor.ConfigurationException;
import io.athanor.types.DataType.Kind;
import java.math.BigDecimal;
import java.time.Duration;
import java.time.Instant;
import java.time.LocalDate;
import java.time.LocalDateTime;
import java.time.LocalTime;
import java.time.OffsetTime;
import java.util.List;
import java.util.UUID;

/**
 * The built-in types. Import statically.
 *
 * <p>A value comes back as it was sent, on every database, with three exceptions that are the same everywhere: times and
 * timestamps are cut to their precision (6 digits, microseconds, unless said otherwise), trailing blanks of {@link
 * #character} are not kept, and JSON is equal as JSON, not as text.
 */
public final class Types {
    /** {@code boolean}. */
    public static final SqlType<Boolean> BOOLEAN = new SqlType<>(DataType.of(Kind.BOOLEAN), Boolean.class);

    /** {@code smallint}, 16 bits. */
    public static final NumberType<Short> SMALLINT = new NumberType<>(DataType.of(Kind.SMALLINT), Short.class);

    /** {@code integer}, 32 bits. */
    public static final NumberType<Integer> INTEGER = new NumberType<>(DataType.of(Kind.INTEGER), Integer.class);

    /** {@code bigint}, 64 bits. */
    public static final NumberType<Long> BIGINT = new NumberType<>(DataType.of(Kind.BIGINT), Long.class);

    /** A decimal number of any precision and scale, where the database has one. */
    public static final NumberType<BigDecimal> DECIMAL = new NumberType<>(DataType.of(Kind.DECIMAL), BigDecimal.class);

    /** {@code real}, a 32-bit binary fraction. */
    public static final NumberType<Float> REAL = new NumberType<>(DataType.of(Kind.REAL), Float.class);

    /** {@code double precision}, a 64-bit binary fraction. */
    public static final NumberType<Double> DOUBLE = new NumberType<>(DataType.of(Kind.DOUBLE), Double.class);

    /** Text of any length. */
    public static final TextType TEXT = new TextType(DataType.of(Kind.TEXT));

    /** Bytes of any length. The arrays are not copied: do not change one that was bound. */
    public static final SqlType<byte[]> BINARY = new SqlType<>(DataType.of(Kind.BINARY), byte[].class);

    /** {@code date}. */
    public static final SqlType<LocalDate> DATE = new SqlType<>(DataType.of(Kind.DATE), LocalDate.class);

    /** {@code time} without time zone, in microseconds. */
    public static final SqlType<LocalTime> TIME = time(Temporals.MICROSECONDS);

    /** {@code time with time zone}, in microseconds. The offset is kept. */
    public static final SqlType<OffsetTime> TIME_WITH_TIME_ZONE = timeWithTimeZone(Temporals.MICROSECONDS);

    /** {@code timestamp} without time zone, in microseconds: what a clock on a wall shows. */
    public static final SqlType<LocalDateTime> TIMESTAMP = timestamp(Temporals.MICROSECONDS);

    /** {@code timestamp with time zone}, in microseconds: a point in time. Databases do not keep the zone it came in. */
    public static final SqlType<Instant> TIMESTAMP_WITH_TIME_ZONE = timestampWithTimeZone(Temporals.MICROSECONDS);

    /** An interval of days to microseconds, as an exact duration: a day is 24 hours. */
    public static final SqlType<Duration> INTERVAL = new SqlType<>(
            DataType.of(Kind.INTERVAL),
            Duration.class,
            Duration.class::cast,
            value -> Temporals.truncate(value, Temporals.MICROSECONDS));

    /** {@code uuid}. */
    public static final SqlType<UUID> UUID = new SqlType<>(DataType.of(Kind.UUID), UUID.class);

    /** {@code json}, as its text. Use {@link SqlType#map} with a JSON library for trees and objects. */
    public static final SqlType<String> JSON = new SqlType<>(DataType.of(Kind.JSON), String.class);

    /** {@code jsonb}, as its text: parsed once, indexed, key order and white space not kept. */
    public static final SqlType<String> JSONB = new SqlType<>(DataType.of(Kind.JSONB), String.class);

    private Types() {}

    /** {@code decimal(precision, scale)}. A database rounds what has more digits after the point. */
    public static NumberType<BigDecimal> decimal(int precision, int scale) {
        check(precision > 0 && scale >= 0 && scale <= precision, "decimal(" + precision + ", " + scale + ")");
        return new NumberType<>(DataType.decimal(precision, scale), BigDecimal.class);
    }

    /** {@code char(length)}, padded by the database; trailing blanks are removed when written and when read. */
    public static TextType character(int length) {
        check(length > 0, "char(" + length + ")");
        return new TextType(DataType.of(Kind.CHAR, length), raw -> Blanks.cut((String) raw), Blanks::cut);
    }

    /** {@code varchar(length)}, in characters. */
    public static TextType varchar(int length) {
        check(length > 0, "varchar(" + length + ")");
        return new TextType(DataType.of(Kind.VARCHAR, length));
    }

    /** {@code varbinary(length)}, in bytes. */
    public static SqlType<byte[]> varbinary(int length) {
        check(length > 0, "varbinary(" + length + ")");
        return new SqlType<>(DataType.of(Kind.VARBINARY, length), byte[].class);
    }

    /** {@code time(digits)}, with 0 to 9 digits of a second. */
    public static SqlType<LocalTime> time(int digits) {
        return new SqlType<>(
                Temporals.dataType(Kind.TIME, digits),
                LocalTime.class,
                LocalTime.class::cast,
                value -> value.truncatedTo(Temporals.unit(digits)));
    }

    /** {@code time(digits) with time zone}, with 0 to 9 digits of a second. */
    public static SqlType<OffsetTime> timeWithTimeZone(int digits) {
        return new SqlType<>(
                Temporals.dataType(Kind.TIME_WITH_TIME_ZONE, digits),
                OffsetTime.class,
                OffsetTime.class::cast,
                value -> value.truncatedTo(Temporals.unit(digits)));
    }

    /** {@code timestamp(digits)}, with 0 to 9 digits of a second. */
    public static SqlType<LocalDateTime> timestamp(int digits) {
        return new SqlType<>(
                Temporals.dataType(Kind.TIMESTAMP, digits),
                LocalDateTime.class,
                LocalDateTime.class::cast,
                value -> value.truncatedTo(Temporals.unit(digits)));
    }

    /** {@code timestamp(digits) with time zone}, with 0 to 9 digits of a second. */
    public static SqlType<Instant> timestampWithTimeZone(int digits) {
        return new SqlType<>(
                Temporals.dataType(Kind.TIMESTAMP_WITH_TIME_ZONE, digits),
                Instant.class,
                Instant.class::cast,
                value -> value.truncatedTo(Temporals.unit(digits)));
    }

    /** An enum as the text of its constants' names: {@code varchar(64)}, or longer if a name is. */
    public static <E extends Enum<E>> SqlType<E> enumerated(Class<E> type) {
        return Enums.byName(type);
    }

    /** An enum as its ordinal number: {@code smallint}. Constants must only ever be added at the end. */
    public static <E extends Enum<E>> SqlType<E> enumOrdinal(Class<E> type) {
        return Enums.byOrdinal(type);
    }

    /**
     * An enum as a type of the database: {@code create type mood as enum (…)} on PostgreSQL, {@code enum(…)} on H2. The
     * schema creates it before the tables that use it.
     *
     * @param name the type's name in the database
     */
    public static <E extends Enum<E>> SqlType<E> enumNative(String name, Class<E> type) {
        return Enums.named(name, type);
    }

    /** An array of {@code element}: a list that may be empty and may hold null. */
    public static <E> SqlType<List<E>> array(SqlType<E> element) {
        return Arrays.of(element);
    }

    /**
     * A type that only the database knows, such as {@code inet}; the driver is handed the values as they are.
     *
     * @param name the type in the database's SQL, verbatim: never take it from input
     */
    public static <T> SqlType<T> other(String name, Class<T> javaType) {
        return new SqlType<>(DataType.named(Kind.OTHER, name, List.of()), javaType);
    }

    /** The type whose values are of the one Java class that each kind has between the language and a dialect. */
    public static SqlType<?> canonical(DataType type) {
        return new SqlType<>(type, Object.class);
    }

    /** {@code type} as {@link DataType#unsized()}: what any of its values fits in. */
    public static <T> SqlType<T> unsized(SqlType<T> type) {
        return new SqlType<>(type.dataType().unsized(), type.javaType(), type::decodeValue, type::encodeValue);
    }

    private static void check(boolean valid, String type) {
        if (!valid) {
            throw new ConfigurationException(type + " is not a type: sizes are positive, scale <= precision");
        }
    }
}
