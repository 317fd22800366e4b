package io.athanor.r2dbc.sqlite;

import io.r2dbc.spi.Blob;
import io.r2dbc.spi.Clob;
import java.math.BigDecimal;
import java.math.BigInteger;
import java.nio.ByteBuffer;
import java.time.DateTimeException;
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
import java.time.ZoneOffset;
import java.time.ZonedDateTime;
import java.util.Map;
import java.util.UUID;
import java.util.function.Function;
import reactor.core.publisher.Mono;

/** Stored values as the Java types that are asked for. What would lose something fails. */
final class Decoders {
    private static final Map<Class<?>, Function<Object, Object>> BY_CLASS = Map.ofEntries(
            of(Long.class, NumberValue::toLong),
            of(Integer.class, value -> Math.toIntExact(NumberValue.toLong(value))),
            of(Short.class, NumberValue::toShort),
            of(Byte.class, NumberValue::toByte),
            of(Double.class, NumberValue::toDouble),
            of(Float.class, value -> (float) NumberValue.toDouble(value)),
            of(BigInteger.class, value -> NumberValue.toDecimal(value).toBigIntegerExact()),
            of(Number.class, NumberValue::toNumber),
            of(Boolean.class, NumberValue::toBoolean),
            of(String.class, Decoders::text),
            of(CharSequence.class, Decoders::text),
            of(Character.class, Decoders::character),
            of(Clob.class, value -> Clob.from(Mono.just(text(value)))),
            of(byte[].class, Decoders::bytes),
            of(ByteBuffer.class, value -> ByteBuffer.wrap(bytes(value))),
            of(Blob.class, value -> Blob.from(Mono.fromSupplier(() -> ByteBuffer.wrap(bytes(value))))),
            of(UUID.class, Decoders::uuid),
            of(LocalDate.class, value -> TemporalValue.of(value).date()),
            of(LocalTime.class, value -> TemporalValue.of(value).time()),
            of(LocalDateTime.class, value -> TemporalValue.of(value).dateTime()),
            of(OffsetTime.class, value -> TemporalValue.of(value).offsetTime()),
            of(OffsetDateTime.class, value -> TemporalValue.of(value).offsetDateTime()),
            of(ZonedDateTime.class, value -> TemporalValue.of(value).zonedDateTime()),
            of(Instant.class, value -> TemporalValue.of(value).offsetDateTime().toInstant()),
            of(Year.class, value -> Year.of(Math.toIntExact(NumberValue.toLong(value)))),
            of(YearMonth.class, value -> YearMonth.parse(text(value))),
            of(MonthDay.class, value -> MonthDay.parse(text(value))),
            of(Duration.class, value -> Duration.parse(text(value))),
            of(Period.class, value -> Period.parse(text(value))),
            of(ZoneId.class, value -> ZoneId.of(text(value))),
            of(ZoneOffset.class, value -> ZoneOffset.of(text(value))));

    private Decoders() {}

    private static <T> Map.Entry<Class<?>, Function<Object, Object>> of(Class<T> type, Function<Object, T> decode) {
        return Map.entry(type, decode::apply);
    }

    /**
     * The stored value as a {@code type}; as the type's own Java class, or else as it is stored, when that is {@code Object}.
     *
     * @throws IllegalArgumentException if it is none; so do {@code ArithmeticException} and {@code DateTimeException} say
     */
    static <T> T decode(Object stored, Class<T> type, DeclaredType declared) {
        if (type == Object.class) {
            return type.cast(natural(stored, declared));
        }
        if (type == BigDecimal.class) {
            return type.cast(NumberValue.toDecimal(stored, declared.scale()));
        }
        Function<Object, Object> decoder = BY_CLASS.get(type);
        if (decoder != null) {
            return type.cast(decoder.apply(stored));
        }
        if (type.isEnum()) {
            return type.cast(constant(stored, type));
        }
        throw new IllegalArgumentException(type.getName());
    }

    /** SQLite lets a column hold anything: what does not fit the declared type is handed out as it is stored. */
    private static Object natural(Object stored, DeclaredType declared) {
        Class<?> type = declared.getJavaType();
        if (type != Object.class && !type.isInstance(stored)) {
            try {
                return decode(stored, type, declared);
            } catch (ArithmeticException | DateTimeException | IllegalArgumentException e) {
                return asStored(stored);
            }
        }
        return asStored(stored);
    }

    private static Object asStored(Object stored) {
        return stored instanceof byte[] bytes ? ByteBuffer.wrap(bytes) : stored;
    }

    /** SQLite's name for how the value is stored. */
    static String storageClass(Object stored) {
        if (stored instanceof Long) {
            return "INTEGER";
        }
        if (stored instanceof Double) {
            return "REAL";
        }
        return stored instanceof String ? "TEXT" : "BLOB";
    }

    private static String text(Object stored) {
        if (stored instanceof byte[]) {
            throw new IllegalArgumentException("BLOB");
        }
        return stored.toString();
    }

    private static byte[] bytes(Object stored) {
        if (stored instanceof byte[] bytes) {
            return bytes;
        }
        throw new IllegalArgumentException(storageClass(stored));
    }

    private static Character character(Object stored) {
        String text = text(stored);
        if (text.length() != 1) {
            throw new IllegalArgumentException("length " + text.length());
        }
        return text.charAt(0);
    }

    private static UUID uuid(Object stored) {
        if (stored instanceof byte[] bytes && bytes.length == 16) {
            ByteBuffer buffer = ByteBuffer.wrap(bytes);
            return new UUID(buffer.getLong(), buffer.getLong());
        }
        return UUID.fromString(text(stored));
    }

    private static Object constant(Object stored, Class<?> type) {
        for (Object constant : type.getEnumConstants()) {
            if (stored.equals(((Enum<?>) constant).name())) {
                return constant;
            }
        }
        throw new IllegalArgumentException(type.getName());
    }
}
