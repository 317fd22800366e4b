package io.athanor.sql;

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
}
