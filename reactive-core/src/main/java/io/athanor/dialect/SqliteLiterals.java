package io.athanor.dialect;

import io.athanor.sql.Literals;
import io.athanor.types.DataType;
import java.math.BigDecimal;
import java.nio.charset.StandardCharsets;
import java.time.Duration;
import java.time.Instant;
import java.time.LocalDate;
import java.time.LocalDateTime;
import java.time.LocalTime;
import java.util.HexFormat;

/** Values in the text as SQLite stores them: its literals have no types. */
final class SqliteLiterals {
    private SqliteLiterals() {}

    static String of(DataType type, Object value) {
        return switch (type.kind()) {
            case BOOLEAN, SMALLINT, INTEGER, BIGINT -> value.toString();
            case DECIMAL -> SqliteDecimals.encode((BigDecimal) value).toString();
            case REAL, DOUBLE -> number((Number) SqliteCodecs.of(type).encode().apply(value));
            case CHAR, VARCHAR, TEXT, JSON, JSONB -> text((String) value);
            case DATE -> Literals.text(SqliteTemporals.date((LocalDate) value));
            case TIME -> Literals.text(SqliteTemporals.time((LocalTime) value));
            case TIMESTAMP -> Literals.text(SqliteTemporals.timestamp((LocalDateTime) value));
            case TIMESTAMP_WITH_TIME_ZONE -> Literals.text(SqliteTemporals.instant((Instant) value));
            case INTERVAL -> Long.toString(SqliteCodecs.micros((Duration) value));
            case ENUM -> Integer.toString(SqliteCodecs.position((String) value, type));
            case ARRAY, TIME_WITH_TIME_ZONE -> throw SqliteCodecs.refused(type);
            case UUID -> text(value.toString());
            default -> Literals.of(type, value);
        };
    }

    private static String number(Number value) {
        if (Double.isInfinite(value.doubleValue())) {
            return value.doubleValue() > 0 ? "9e999" : "-9e999";
        }
        return value.toString();
    }

    /** The text of a statement ends at a NUL; the bytes of a text do not. */
    static String text(String value) {
        return value.indexOf(0) < 0
                ? Literals.text(value)
                : "cast(x'" + HexFormat.of().formatHex(value.getBytes(StandardCharsets.UTF_8)) + "' as text)";
    }
}
