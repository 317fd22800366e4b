package io.athanor.r2dbc.sqlite;

import java.math.BigDecimal;
import java.math.RoundingMode;
import java.util.Locale;
import org.jspecify.annotations.Nullable;

/** Stored values as numbers. Text that reads as a number is one, since a column without numeric affinity keeps numbers as text. */
final class NumberValue {
    private NumberValue() {}

    static long toLong(Object stored) {
        return stored instanceof Long number ? number : toDecimal(stored).longValueExact();
    }

    static short toShort(Object stored) {
        return toDecimal(stored).shortValueExact();
    }

    static byte toByte(Object stored) {
        return toDecimal(stored).byteValueExact();
    }

    static double toDouble(Object stored) {
        if (stored instanceof Double number) {
            return number;
        }
        if (stored instanceof Long number) {
            return number;
        }
        return switch (stored.toString()) { // What SQLite makes of an infinite number in a column of text.
            case "Inf" -> Double.POSITIVE_INFINITY;
            case "-Inf" -> Double.NEGATIVE_INFINITY;
            default -> toDecimal(stored).doubleValue();
        };
    }

    static Number toNumber(Object stored) {
        return stored instanceof Number number ? number : toDecimal(stored);
    }

    static BigDecimal toDecimal(Object stored) {
        if (stored instanceof Long number) {
            return BigDecimal.valueOf(number);
        }
        if (stored instanceof Double number) {
            return new BigDecimal(number.toString()).stripTrailingZeros();
        }
        if (stored instanceof String text) {
            return new BigDecimal(text.strip());
        }
        throw new IllegalArgumentException("BLOB");
    }

    /** With the scale that the column was declared with, unless digits would be lost by it. */
    static BigDecimal toDecimal(Object stored, @Nullable Integer scale) {
        BigDecimal value = toDecimal(stored);
        if (scale != null && scale >= value.scale()) {
            return value.setScale(scale, RoundingMode.UNNECESSARY);
        }
        return value.scale() < 0 ? value.setScale(0, RoundingMode.UNNECESSARY) : value;
    }

    static boolean toBoolean(Object stored) {
        String text = stored.toString().toLowerCase(Locale.ROOT);
        return switch (text) {
            case "1", "1.0", "true", "t", "yes", "on" -> true;
            case "0", "0.0", "false", "f", "no", "off" -> false;
            default -> throw new IllegalArgumentException("not a boolean");
        };
    }
}
