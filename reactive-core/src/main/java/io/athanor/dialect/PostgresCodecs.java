package io.athanor.dialect;

import io.athanor.UnsupportedByDialectException;
import io.athanor.types.DataType;
import io.athanor.types.DataType.Kind;
import java.math.BigDecimal;
import java.time.Instant;
import java.time.LocalDate;
import java.time.LocalDateTime;
import java.time.LocalTime;
import java.time.OffsetDateTime;
import java.time.OffsetTime;
import java.time.ZoneOffset;
import java.time.chrono.ChronoLocalDate;
import java.time.chrono.ChronoLocalDateTime;
import java.time.chrono.ChronoZonedDateTime;
import java.util.EnumMap;
import java.util.Map;
import java.util.UUID;
import java.util.function.UnaryOperator;

/**
 * What r2dbc-postgresql takes and gives for each kind of type. Dates are asked for by their interfaces: that is the
 * driver's own class in its text format, and Athanor's codec in its binary one, where the driver errs.
 */
final class PostgresCodecs {
    private static final Map<Kind, Codec> SIMPLE = new EnumMap<>(Kind.class);

    static {
        SIMPLE.put(Kind.BOOLEAN, Codec.same(Boolean.class));
        SIMPLE.put(Kind.SMALLINT, Codec.same(Short.class));
        SIMPLE.put(Kind.INTEGER, Codec.same(Integer.class));
        SIMPLE.put(Kind.BIGINT, Codec.same(Long.class));
        SIMPLE.put(Kind.DECIMAL, Codec.same(BigDecimal.class));
        SIMPLE.put(Kind.REAL, Codec.same(Float.class));
        SIMPLE.put(Kind.DOUBLE, Codec.same(Double.class));
        SIMPLE.put(Kind.CHAR, Codec.same(String.class));
        SIMPLE.put(Kind.VARCHAR, Codec.same(String.class));
        SIMPLE.put(Kind.TEXT, Codec.same(String.class));
        SIMPLE.put(Kind.VARBINARY, Codec.same(byte[].class));
        SIMPLE.put(Kind.BINARY, Codec.same(byte[].class));
        SIMPLE.put(Kind.DATE, Codec.reading(ChronoLocalDate.class, UnaryOperator.identity(), LocalDate.class));
        SIMPLE.put(Kind.TIME, Codec.same(LocalTime.class));
        SIMPLE.put(Kind.TIME_WITH_TIME_ZONE, Codec.same(OffsetTime.class));
        SIMPLE.put(
                Kind.TIMESTAMP,
                Codec.reading(ChronoLocalDateTime.class, UnaryOperator.identity(), LocalDateTime.class));
        SIMPLE.put(
                Kind.TIMESTAMP_WITH_TIME_ZONE,
                new Codec(
                        ChronoZonedDateTime.class,
                        raw -> ((ChronoZonedDateTime<?>) raw).toInstant(),
                        OffsetDateTime.class,
                        value -> ((Instant) value).atOffset(ZoneOffset.UTC)));
        SIMPLE.put(Kind.INTERVAL, new Codec(String.class, PostgresIntervals::decode, String.class, Object::toString));
        SIMPLE.put(Kind.UUID, Codec.same(UUID.class));
        SIMPLE.put(Kind.ENUM, Codec.same(String.class));
        SIMPLE.put(Kind.JSON, Codec.same(String.class));
        SIMPLE.put(Kind.JSONB, Codec.same(String.class));
        SIMPLE.put(Kind.OTHER, Codec.same(Object.class));
    }

    private PostgresCodecs() {}

    static Codec of(DataType type) {
        if (type.kind() == Kind.ARRAY) {
            return PostgresArrays.codec(type.elementType());
        }
        Codec codec = SIMPLE.get(type.kind());
        if (codec == null) {
            throw new UnsupportedByDialectException("PostgreSQL", "the type " + type, "map it to another");
        }
        return codec;
    }
}
