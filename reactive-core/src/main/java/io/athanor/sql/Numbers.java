package io.athanor.sql;

import io.athanor.ConfigurationException;
import io.athanor.types.DataType.Kind;
import io.athanor.types.NumberType;
import io.athanor.types.Types;

/** The type of what is calculated. */
final class Numbers {
    private Numbers() {}

    /** The type itself, but a decimal without limits: the result of decimals has digits of its own. */
    @SuppressWarnings("unchecked") // a decimal's Java type is BigDecimal
    static <N extends Number> NumberType<N> result(NumberType<N> type) {
        return type.dataType().kind() == Kind.DECIMAL ? (NumberType<N>) Types.DECIMAL : type;
    }

    static Operator division(NumberType<?> type) {
        if (type.dataType().isInteger()) {
            return Operators.DIVIDE_INTEGER;
        }
        return type.dataType().kind() == Kind.DECIMAL ? Operators.DIVIDE_DECIMAL : Operators.DIVIDE;
    }

    /** Bits and remainders are for whole and exact numbers. */
    static void requireInteger(NumberExpression<?> number, String operation) {
        if (!number.type().dataType().isInteger()) {
            throw new ConfigurationException(operation + " is of integers, and " + number + " is a " + number.type());
        }
    }

    static void requireExact(NumberExpression<?> number, String operation) {
        Kind kind = number.type().dataType().kind();
        if (kind == Kind.REAL || kind == Kind.DOUBLE) {
            throw new ConfigurationException(operation + " is of exact numbers, and " + number + " is a "
                    + number.type() + "; cast it to DECIMAL");
        }
    }
}
