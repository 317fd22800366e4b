package io.athanor.r2dbc.sqlite;

import io.r2dbc.spi.Blob;
import io.r2dbc.spi.Clob;
import io.r2dbc.spi.Parameter;
import java.math.BigDecimal;
import java.math.BigInteger;
import java.math.MathContext;
import java.nio.ByteBuffer;
import java.time.Duration;
import java.time.Instant;
import java.time.LocalDate;
import java.time.LocalDateTime;
import java.time.LocalTime;
import java.time.MonthDay;
import java.time.OffsetDateTime;
import java.time.OffsetTime;
import java.time.Period;
import java.time.Year;
import java.time.YearMonth;
import java.time.ZoneId;
import java.time.ZonedDateTime;
import java.util.Map;
import java.util.UUID;
import java.util.function.Function;
import org.jspecify.annotations.Nullable;

/** Java values as SQLite stores them: {@code Long}, {@code Double}, {@code String} or {@code byte[]}. */
final class Encoders {
    /** What a REAL keeps exactly, and what SQLite writes when it makes text of one. */
    private static final int EXACT_DIGITS = 15;

    private static final Map<Class<?>, Function<Object, Object>> BY_CLASS = Map.ofEntries(
            of(Integer.class, Integer::longValue),
            of(Short.class, Short::longValue),
            of(Byte.class, Byte::longValue),
            of(Boolean.class, value -> value ? 1L : 0L),
            of(Double.class, Encoders::real),
            of(Float.class, value -> real(Double.parseDouble(value.toString()))),
            of(BigInteger.class, Encoders::integer),
            of(BigDecimal.class, Encoders::decimal),
            of(Character.class, Object::toString),
            of(UUID.class, Object::toString),
            of(LocalDate.class, Object::toString),
            of(LocalTime.class, TemporalText::of),
            of(LocalDateTime.class, TemporalText::of),
            of(OffsetTime.class, TemporalText::of),
            of(OffsetDateTime.class, TemporalText::of),
            of(ZonedDateTime.class, TemporalText::of),
            of(Instant.class, TemporalText::of),
            of(Year.class, year -> (long) year.getValue()),
            of(YearMonth.class, Object::toString),
            of(MonthDay.class, Object::toString),
            of(Duration.class, Object::toString),
            of(Period.class, Object::toString));

    private Encoders() {}

    private static <T> Map.Entry<Class<?>, Function<Object, Object>> of(Class<T> type, Function<T, Object> encode) {
        return Map.entry(type, value -> encode.apply(type.cast(value)));
    }

    /**
     * The value as SQLite stores it; a {@code Blob} or {@code Clob} stays as it is, because its content comes later.
     *
     * @throws IllegalArgumentException if SQLite cannot store it, naming its class
     */
    static @Nullable Object encode(Object value) {
        if (isStored(value)) {
            return value;
        }
        Function<Object, Object> encoder = BY_CLASS.get(value.getClass());
        return encoder == null ? encodeBySupertype(value) : encoder.apply(value);
    }

    /** Whether it is a value as SQLite stores it, and not one whose content is still to come. */
    static boolean isStored(@Nullable Object value) {
        return value == null
                || value instanceof Long
                || value instanceof String
                || value instanceof byte[]
                || (value instanceof Double number && !number.isNaN());
    }

    private static @Nullable Object parameter(Parameter parameter) {
        if (parameter instanceof Parameter.Out) {
            throw new IllegalArgumentException("SQLite has no procedures, and so no out parameters");
        }
        Object value = parameter.getValue();
        return value == null ? null : encode(value);
    }

    private static @Nullable Object encodeBySupertype(Object value) {
        if (value instanceof Parameter parameter) {
            return parameter(parameter);
        }
        if (value instanceof Enum<?> constant) {
            return constant.name();
        }
        if (value instanceof ByteBuffer buffer) {
            byte[] bytes = new byte[buffer.remaining()];
            buffer.duplicate().get(bytes);
            return bytes;
        }
        if (value instanceof CharSequence || value instanceof ZoneId) {
            return value.toString();
        }
        if (value instanceof Blob || value instanceof Clob) {
            return value;
        }
        throw new IllegalArgumentException(
                "SQLite cannot store a " + value.getClass().getName()
                        + "; bind a number, text, bytes, a boolean, an enum, a UUID or a class of java.time");
    }

    private static Object real(Double value) {
        if (value.isNaN()) {
            throw new IllegalArgumentException("SQLite cannot store NaN, it would become NULL; bind null instead");
        }
        return value;
    }

    private static Object integer(BigInteger value) {
        return value.bitLength() < Long.SIZE ? (Object) value.longValueExact() : value.toString();
    }

    /** As a number where no digit is lost, because SQLite compares text and numbers as different things; as text otherwise. */
    private static Object decimal(BigDecimal value) {
        if (value.scale() <= 0 && value.precision() - value.scale() <= EXACT_DIGITS + 3) {
            return integer(value.toBigIntegerExact());
        }
        BigDecimal stripped = value.stripTrailingZeros();
        boolean exact = stripped.precision() <= EXACT_DIGITS
                && Math.abs((long) stripped.scale()) < 300
                && new BigDecimal(value.doubleValue(), new MathContext(EXACT_DIGITS)).compareTo(value) == 0;
        return exact ? (Object) value.doubleValue() : value.toString();
    }
}
