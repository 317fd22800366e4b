package io.athanor.sql;

import io.athanor.types.DataType;
import java.math.BigDecimal;
import java.time.Duration;
import java.time.Instant;
import java.time.LocalDateTime;
import java.time.ZoneOffset;
import java.time.format.DateTimeFormatter;
import java.util.HexFormat;
import java.util.List;
import java.util.stream.Collectors;
import org.jspecify.annotations.Nullable;

/** Values as literals of standard SQL, for the places where a database takes no parameter: DDL, frames. */
public final class Literals {
    private static final DateTimeFormatter TIMESTAMP = DateTimeFormatter.ofPattern("uuuu-MM-dd HH:mm:ss.nnnnnnnnn");

    private Literals() {}

    /** The literal of a value as its kind has it between the language and a dialect. */
    public static String of(DataType type, @Nullable Object value) {
        if (value == null) {
            return "null";
        }
        return switch (type.kind()) {
            case BOOLEAN, SMALLINT, INTEGER, BIGINT -> value.toString();
            case DECIMAL -> ((BigDecimal) value).toPlainString();
            case REAL, DOUBLE -> "cast(" + text(value.toString()) + " as " + type + ")";
            case VARBINARY, BINARY -> "x'" + HexFormat.of().formatHex((byte[]) value) + "'";
            case DATE -> "date " + text(value.toString());
            case TIME -> "time " + text(value.toString());
            case TIME_WITH_TIME_ZONE -> "time with time zone " + text(value.toString());
            case TIMESTAMP -> "timestamp " + text(((LocalDateTime) value).format(TIMESTAMP));
            case TIMESTAMP_WITH_TIME_ZONE -> "timestamp with time zone " + text(inUtc((Instant) value));
            case INTERVAL -> interval((Duration) value);
            case ARRAY ->
                ((List<?>) value)
                        .stream()
                                .map(element -> of(type.elementType(), element))
                                .collect(Collectors.joining(", ", "array[", "]"));
            default -> text(value.toString());
        };
    }

    /** A text literal: quotes are doubled, all else stands for itself. */
    public static String text(String value) {
        return "'" + value.replace("'", "''") + "'";
    }

    private static String inUtc(Instant value) {
        return LocalDateTime.ofInstant(value, ZoneOffset.UTC).format(TIMESTAMP) + "+00:00";
    }

    private static String interval(Duration value) {
        BigDecimal seconds = BigDecimal.valueOf(value.getSeconds()).add(BigDecimal.valueOf(value.getNano(), 9));
        return "interval " + text(seconds.toPlainString()) + " second";
    }
}
