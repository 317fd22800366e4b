package io.athanor.dialect;

import io.athanor.UnsupportedByDialectException;
import java.math.BigDecimal;
import java.math.MathContext;
import java.math.RoundingMode;
import org.jspecify.annotations.Nullable;

/**
 * Decimals as SQLite's numbers, so that it compares and calculates with them as such: whole ones are integers of 64 bits, all
 * others binary fractions, which tell decimals of 15 digits apart.
 */
final class SqliteDecimals {
    private static final int DIGITS = 15;
    private static final int LONG_DIGITS = 19;
    private static final int MAX_EXPONENT = 290;
    private static final MathContext EXACT = new MathContext(DIGITS, RoundingMode.HALF_EVEN);

    private SqliteDecimals() {}

    static Object encode(BigDecimal value) {
        BigDecimal plain = value.stripTrailingZeros();
        boolean mayBeLong = plain.scale() <= 0 && (long) plain.precision() - plain.scale() <= LONG_DIGITS;
        if (mayBeLong && plain.toBigIntegerExact().bitLength() < Long.SIZE) {
            return plain.longValueExact();
        }
        if (plain.precision() > DIGITS || Math.abs((long) plain.scale()) > MAX_EXPONENT) {
            throw new UnsupportedByDialectException(
                    "SQLite",
                    "decimals of more than " + DIGITS + " digits",
                    "round the value, or keep it in a column of text");
        }
        return plain.doubleValue();
    }

    /** The digits in which it is exact, with the scale of its column. */
    static BigDecimal decode(Object raw, @Nullable Integer scale) {
        BigDecimal value = raw instanceof Double number ? shortest(number) : exact(raw);
        return scale != null && scale >= value.scale() ? value.setScale(scale, RoundingMode.UNNECESSARY) : value;
    }

    private static BigDecimal shortest(double number) {
        BigDecimal value = new BigDecimal(number, EXACT).stripTrailingZeros();
        return value.scale() < 0 ? value.setScale(0, RoundingMode.UNNECESSARY) : value;
    }

    private static BigDecimal exact(Object raw) {
        return raw instanceof Long number ? BigDecimal.valueOf(number) : new BigDecimal(raw.toString());
    }
}
