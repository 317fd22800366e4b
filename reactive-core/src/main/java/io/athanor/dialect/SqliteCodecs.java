package io.athanor.dialect;

import io.athanor.DataException;
import io.athanor.DatabaseException.Origin;
import io.athanor.ResultException;
import io.athanor.UnsupportedByDialectException;
import io.athanor.types.DataType;
import io.athanor.types.DataType.Kind;
import java.math.BigDecimal;
import java.time.Duration;
import java.time.Instant;
import java.time.LocalDate;
import java.time.LocalDateTime;
import java.time.LocalTime;
import java.time.OffsetDateTime;
import java.time.temporal.ChronoUnit;
import java.util.EnumMap;
import java.util.List;
import java.util.Map;
import java.util.UUID;
import org.jspecify.annotations.Nullable;

/**
 * How values become the four classes SQLite stores, and come back: dates as text, decimals as numbers, intervals as
 * microseconds, enum types of the schema as the position of their label, so that they have its order.
 */
final class SqliteCodecs {
    private static final Map<Kind, Codec> SIMPLE = new EnumMap<>(Kind.class);

    static {
        SIMPLE.put(Kind.BOOLEAN, Codec.same(Boolean.class));
        SIMPLE.put(
                Kind.SMALLINT,
                Codec.reading(Number.class, raw -> (short) whole(raw, Short.MIN_VALUE, Short.MAX_VALUE), Short.class));
        SIMPLE.put(
                Kind.INTEGER,
                Codec.reading(
                        Number.class, raw -> (int) whole(raw, Integer.MIN_VALUE, Integer.MAX_VALUE), Integer.class));
        SIMPLE.put(
                Kind.BIGINT,
                Codec.reading(Number.class, raw -> whole(raw, Long.MIN_VALUE, Long.MAX_VALUE), Long.class));
        SIMPLE.put(Kind.REAL, new Codec(Float.class, raw -> raw, Float.class, value -> number((Float) value)));
        SIMPLE.put(Kind.DOUBLE, new Codec(Double.class, raw -> raw, Double.class, value -> number((Double) value)));
        SIMPLE.put(Kind.CHAR, Codec.same(String.class));
        SIMPLE.put(Kind.VARCHAR, Codec.same(String.class));
        SIMPLE.put(Kind.TEXT, Codec.same(String.class));
        SIMPLE.put(Kind.VARBINARY, Codec.same(byte[].class));
        SIMPLE.put(Kind.BINARY, Codec.same(byte[].class));
        SIMPLE.put(
                Kind.DATE,
                new Codec(LocalDate.class, raw -> raw, String.class, value -> SqliteTemporals.date((LocalDate) value)));
        SIMPLE.put(
                Kind.TIME,
                new Codec(LocalTime.class, raw -> raw, String.class, value -> SqliteTemporals.time((LocalTime) value)));
        SIMPLE.put(
                Kind.TIMESTAMP,
                new Codec(
                        LocalDateTime.class,
                        raw -> raw,
                        String.class,
                        value -> SqliteTemporals.timestamp((LocalDateTime) value)));
        SIMPLE.put(
                Kind.TIMESTAMP_WITH_TIME_ZONE,
                new Codec(
                        OffsetDateTime.class,
                        raw -> ((OffsetDateTime) raw).toInstant(),
                        String.class,
                        value -> SqliteTemporals.instant((Instant) value)));
        SIMPLE.put(
                Kind.INTERVAL,
                new Codec(
                        Long.class,
                        raw -> Duration.of((Long) raw, ChronoUnit.MICROS),
                        Long.class,
                        value -> micros((Duration) value)));
        SIMPLE.put(Kind.UUID, Codec.same(UUID.class));
        SIMPLE.put(Kind.JSON, Codec.same(String.class));
        SIMPLE.put(Kind.JSONB, Codec.same(String.class));
        SIMPLE.put(Kind.OTHER, Codec.same(Object.class));
    }

    private SqliteCodecs() {}

    static Codec of(DataType type) {
        if (type.kind() == Kind.DECIMAL) {
            return new Codec(
                    Number.class,
                    raw -> SqliteDecimals.decode(raw, type.scale()),
                    Double.class,
                    value -> SqliteDecimals.encode((BigDecimal) value));
        }
        if (type.kind() == Kind.ENUM) {
            return new Codec(
                    Integer.class,
                    raw -> label((Integer) raw, type),
                    Integer.class,
                    value -> position((String) value, type));
        }
        Codec codec = SIMPLE.get(type.kind());
        if (codec == null) {
            throw refused(type);
        }
        return codec;
    }

    static UnsupportedByDialectException refused(DataType type) {
        return type.kind() == Kind.ARRAY
                ? new UnsupportedByDialectException(
                        "SQLite", Feature.ARRAYS.words(), "keep the elements as JSON, or in a table of their own")
                : new UnsupportedByDialectException(
                        "SQLite", "the type " + type, "keep a TIMESTAMP WITH TIME ZONE, or a TIME and its offset");
    }

    /** SQLite calculates in 64 bits, and in fractions beyond; a result that others would refuse is refused here. */
    private static long whole(Object raw, long least, long greatest) {
        try {
            long value = raw instanceof Long number ? number : new BigDecimal(raw.toString()).longValueExact();
            if (value >= least && value <= greatest) {
                return value;
            }
        } catch (ArithmeticException | NumberFormatException beyond) {
            throw outOfRange(beyond);
        }
        throw outOfRange(null);
    }

    private static DataException outOfRange(@Nullable Throwable cause) {
        return new DataException(
                "A number is out of the range of its type (SQLSTATE 22003)", new Origin(null, "22003", 0), cause);
    }

    private static Object number(Number value) {
        if (Double.isNaN(value.doubleValue())) {
            throw new UnsupportedByDialectException("SQLite", "NaN", "bind null in its place");
        }
        return value;
    }

    static long micros(Duration value) {
        return Math.addExact(Math.multiplyExact(value.getSeconds(), 1_000_000L), value.getNano() / 1000L);
    }

    static int position(String label, DataType type) {
        return type.labels().indexOf(label);
    }

    private static String label(int position, DataType type) {
        List<String> labels = type.labels();
        if (position < 0 || position >= labels.size()) {
            throw new ResultException("the database returned a number that is no position of a label of " + type);
        }
        return labels.get(position);
    }
}
