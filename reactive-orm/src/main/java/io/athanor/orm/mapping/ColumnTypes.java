package io.athanor.orm.mapping;

import io.athanor.MappingException;
import io.athanor.types.SqlType;
import io.athanor.types.Types;
import jakarta.persistence.Column;
import jakarta.persistence.EnumType;
import jakarta.persistence.Enumerated;
import jakarta.persistence.Lob;
import java.math.BigDecimal;
import java.math.BigInteger;
import java.time.Duration;
import java.time.Instant;
import java.time.LocalDate;
import java.time.LocalDateTime;
import java.time.LocalTime;
import java.time.OffsetDateTime;
import java.time.OffsetTime;
import java.time.Year;
import java.time.ZoneOffset;
import java.time.ZonedDateTime;
import java.util.Map;
import java.util.UUID;
import org.jspecify.annotations.Nullable;

/** The SQL type of an attribute that is one value. */
final class ColumnTypes {
    private static final int DEFAULT_LENGTH = 255;
    private static final int DECIMAL_DIGITS = 38;
    private static final Map<Class<?>, SqlType<?>> UNSIZED = Map.ofEntries(
            Map.entry(Boolean.class, Types.BOOLEAN),
            Map.entry(Byte.class, Types.SMALLINT.map(Byte.class, Short::byteValue, Byte::shortValue)),
            Map.entry(Short.class, Types.SMALLINT),
            Map.entry(Integer.class, Types.INTEGER),
            Map.entry(Long.class, Types.BIGINT),
            Map.entry(Float.class, Types.REAL),
            Map.entry(Double.class, Types.DOUBLE),
            Map.entry(
                    Character.class,
                    Types.varchar(1).map(Character.class, text -> text.charAt(0), character -> character.toString())),
            Map.entry(LocalDate.class, Types.DATE),
            Map.entry(Duration.class, Types.INTERVAL),
            Map.entry(Year.class, Types.INTEGER.map(Year.class, Year::of, Year::getValue)),
            Map.entry(UUID.class, Types.UUID));
    private static final Map<String, String> REPLACEMENTS = Map.of(
            "java.util.Date", "Instant, LocalDate or LocalDateTime of java.time",
            "java.util.Calendar", "Instant or LocalDateTime of java.time",
            "java.sql.Date", "java.time.LocalDate",
            "java.sql.Time", "java.time.LocalTime",
            "java.sql.Timestamp", "java.time.Instant or LocalDateTime",
            "java.sql.Blob", "byte[] with @Lob",
            "java.sql.Clob", "String with @Lob",
            "[Ljava.lang.Byte;", "byte[]",
            "[C", "String",
            "[Ljava.lang.Character;", "String");

    private ColumnTypes() {}

    /** The type of {@code attribute} in a column of which {@code column} says the size. */
    static SqlType<?> of(Attribute attribute, @Nullable Column column, ModelContext context) {
        ValueConverter converter = context.converter(attribute);
        if (converter == null) {
            return of(attribute, Boxes.of(attribute.rawType()), column);
        }
        if (attribute.has(Enumerated.class)) {
            throw attribute.error(Enumerated.class, "and a converter both say how it is stored; remove one");
        }
        return converter.over(of(attribute, Boxes.of(converter.columnType()), column));
    }

    private static SqlType<?> of(Attribute attribute, Class<?> type, @Nullable Column column) {
        if (column != null && !column.columnDefinition().isEmpty()) {
            return ColumnDefinitions.type(attribute, column.columnDefinition(), type);
        }
        if (type.isEnum()) {
            return ofEnum(attribute, type.asSubclass(Enum.class), column);
        }
        if (attribute.has(Enumerated.class)) {
            throw attribute.error(Enumerated.class, "is on a " + type.getName() + ", which is no enum; remove it");
        }
        SqlType<?> sized = sized(attribute, type, column);
        return sized != null ? sized : unsized(attribute, type);
    }

    /** The type of values that have no size, or that of a column of which nothing is said. */
    static SqlType<?> unsized(Attribute attribute, Class<?> type) {
        SqlType<?> time = ofTime(type, 6);
        SqlType<?> unsized = time != null ? time : UNSIZED.get(type);
        if (unsized == null) {
            throw unknown(attribute, type);
        }
        return unsized;
    }

    private static @Nullable SqlType<?> sized(Attribute attribute, Class<?> type, @Nullable Column column) {
        int length = column == null ? DEFAULT_LENGTH : column.length();
        if (type == String.class) {
            return attribute.has(Lob.class) ? Types.TEXT : Types.varchar(length);
        }
        if (type == byte[].class) {
            return attribute.has(Lob.class) || length == DEFAULT_LENGTH ? Types.BINARY : Types.varbinary(length);
        }
        if (type == BigDecimal.class) {
            return column == null || (column.precision() == 0 && column.scale() == 0)
                    ? Types.DECIMAL
                    : Types.decimal(precision(column), column.scale());
        }
        if (type == BigInteger.class) {
            return Types.decimal(column == null ? DECIMAL_DIGITS : precision(column), 0)
                    .map(BigInteger.class, BigDecimal::toBigIntegerExact, BigDecimal::new);
        }
        return ofTime(type, column == null || column.secondPrecision() < 0 ? 6 : column.secondPrecision());
    }

    private static int precision(Column column) {
        return column.precision() == 0 ? DECIMAL_DIGITS : column.precision();
    }

    private static @Nullable SqlType<?> ofTime(Class<?> type, int digits) {
        if (type == Instant.class) {
            return Types.timestampWithTimeZone(digits);
        }
        if (type == OffsetDateTime.class) {
            return Types.timestampWithTimeZone(digits)
                    .map(OffsetDateTime.class, instant -> instant.atOffset(ZoneOffset.UTC), OffsetDateTime::toInstant);
        }
        if (type == ZonedDateTime.class) {
            return Types.timestampWithTimeZone(digits)
                    .map(ZonedDateTime.class, instant -> instant.atZone(ZoneOffset.UTC), ZonedDateTime::toInstant);
        }
        if (type == LocalDateTime.class) {
            return Types.timestamp(digits);
        }
        if (type == LocalTime.class) {
            return Types.time(digits);
        }
        return type == OffsetTime.class ? Types.timeWithTimeZone(digits) : null;
    }

    @SuppressWarnings({"unchecked", "rawtypes"}) // a class of an enum, whichever
    private static SqlType<?> ofEnum(Attribute attribute, Class<? extends Enum> type, @Nullable Column column) {
        Enumerated enumerated = attribute.annotation(Enumerated.class);
        if (enumerated == null || enumerated.value() == EnumType.ORDINAL) {
            return Types.enumOrdinal((Class) type);
        }
        SqlType<?> byName = Types.enumerated((Class) type);
        if (column == null || column.length() == DEFAULT_LENGTH) {
            return byName;
        }
        return Types.varchar(column.length())
                .map((Class) type, name -> Enum.valueOf((Class) type, name), constant -> ((Enum<?>) constant).name());
    }

    private static MappingException unknown(Attribute attribute, Class<?> type) {
        String replacement = REPLACEMENTS.get(type.getName());
        if (replacement != null) {
            return attribute.error("is a " + type.getTypeName() + "; use " + replacement);
        }
        return attribute.error(
                "is a " + attribute.type().getTypeName() + ", which no column type fits; say @Convert with a"
                        + " converter, @Embedded, @ElementCollection, a relationship, or @Transient");
    }
}
