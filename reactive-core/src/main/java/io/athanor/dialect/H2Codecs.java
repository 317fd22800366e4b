package io.athanor.dialect;

import io.athanor.UnsupportedByDialectException;
import io.athanor.types.DataType;
import io.athanor.types.DataType.Kind;
import java.math.BigDecimal;
import java.nio.ByteBuffer;
import java.time.Duration;
import java.time.Instant;
import java.time.LocalDate;
import java.time.LocalDateTime;
import java.time.LocalTime;
import java.time.OffsetDateTime;
import java.time.OffsetTime;
import java.time.ZoneOffset;
import java.util.ArrayList;
import java.util.EnumMap;
import java.util.List;
import java.util.Map;
import java.util.UUID;
import java.util.function.UnaryOperator;
import org.jspecify.annotations.Nullable;

/** What r2dbc-h2 takes and gives for each kind of type. It never converts: numbers are read as they come. */
final class H2Codecs {
    private static final Map<Kind, Codec> SIMPLE = new EnumMap<>(Kind.class);

    static {
        SIMPLE.put(Kind.BOOLEAN, Codec.same(Boolean.class));
        SIMPLE.put(Kind.SMALLINT, Codec.reading(Object.class, raw -> ((Number) raw).shortValue(), Short.class));
        SIMPLE.put(Kind.INTEGER, Codec.reading(Object.class, raw -> Math.toIntExact(whole(raw)), Integer.class));
        SIMPLE.put(Kind.BIGINT, Codec.reading(Object.class, H2Codecs::whole, Long.class));
        SIMPLE.put(
                Kind.DECIMAL,
                new Codec(Object.class, H2Codecs::decimal, BigDecimal.class, value -> scaled((BigDecimal) value)));
        SIMPLE.put(Kind.REAL, Codec.reading(Object.class, raw -> ((Number) raw).floatValue(), Float.class));
        SIMPLE.put(Kind.DOUBLE, Codec.reading(Object.class, raw -> ((Number) raw).doubleValue(), Double.class));
        SIMPLE.put(Kind.CHAR, Codec.same(String.class));
        SIMPLE.put(Kind.VARCHAR, Codec.same(String.class));
        SIMPLE.put(Kind.TEXT, Codec.same(String.class));
        SIMPLE.put(Kind.VARBINARY, Codec.reading(Object.class, H2Codecs::bytes, byte[].class));
        SIMPLE.put(Kind.BINARY, Codec.reading(Object.class, H2Codecs::bytes, byte[].class));
        SIMPLE.put(Kind.DATE, Codec.same(LocalDate.class));
        SIMPLE.put(Kind.TIME, Codec.same(LocalTime.class));
        SIMPLE.put(Kind.TIME_WITH_TIME_ZONE, Codec.same(OffsetTime.class));
        SIMPLE.put(Kind.TIMESTAMP, Codec.same(LocalDateTime.class));
        SIMPLE.put(
                Kind.TIMESTAMP_WITH_TIME_ZONE,
                new Codec(
                        OffsetDateTime.class,
                        raw -> ((OffsetDateTime) raw).toInstant(),
                        OffsetDateTime.class,
                        value -> ((Instant) value).atOffset(ZoneOffset.UTC)));
        SIMPLE.put(Kind.INTERVAL, Codec.reading(Duration.class, H2Intervals::decode, Duration.class));
        SIMPLE.put(Kind.UUID, Codec.same(UUID.class));
        SIMPLE.put(Kind.ENUM, Codec.same(String.class));
        SIMPLE.put(Kind.JSON, Codec.same(String.class));
        SIMPLE.put(Kind.JSONB, Codec.same(String.class));
        SIMPLE.put(Kind.OTHER, Codec.reading(Object.class, UnaryOperator.identity(), String.class));
    }

    private H2Codecs() {}

    static Codec of(DataType type) {
        if (type.kind() == Kind.ARRAY) {
            Codec element = of(type.elementType());
            return Codec.reading(Object.class, raw -> list((@Nullable Object[]) raw, element), Object[].class);
        }
        Codec codec = SIMPLE.get(type.kind());
        if (codec == null) {
            throw new UnsupportedByDialectException("H2", "the type " + type, "map it to another");
        }
        return codec;
    }

    private static List<@Nullable Object> list(@Nullable Object[] raw, Codec element) {
        List<@Nullable Object> values = new ArrayList<>(raw.length);
        for (Object value : raw) {
            values.add(value == null ? null : element.decode().apply(value));
        }
        return values;
    }

    private static Long whole(Object raw) {
        return raw instanceof BigDecimal decimal ? decimal.longValueExact() : ((Number) raw).longValue();
    }

    private static BigDecimal decimal(Object raw) {
        if (raw instanceof BigDecimal decimal) {
            return decimal;
        }
        return raw instanceof Double || raw instanceof Float
                ? new BigDecimal(raw.toString())
                : BigDecimal.valueOf(((Number) raw).longValue());
    }

    /** The driver refuses a negative scale. */
    private static BigDecimal scaled(BigDecimal value) {
        return value.scale() < 0 ? value.setScale(0) : value;
    }

    private static byte[] bytes(Object raw) {
        if (raw instanceof ByteBuffer buffer) {
            byte[] bytes = new byte[buffer.remaining()];
            buffer.duplicate().get(bytes);
            return bytes;
        }
        return (byte[]) raw;
    }
}
