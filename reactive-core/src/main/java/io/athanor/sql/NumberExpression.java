package io.athanor.sql;

import static io.athanor.sql.Operators.ABS;
import static io.athanor.sql.Operators.BIT_AND;
import static io.athanor.sql.Operators.BIT_OR;
import static io.athanor.sql.Operators.BIT_XOR;
import static io.athanor.sql.Operators.DIVIDE;
import static io.athanor.sql.Operators.DIVIDE_INTEGER;
import static io.athanor.sql.Operators.MINUS;
import static io.athanor.sql.Operators.MOD;
import static io.athanor.sql.Operators.NEGATE;
import static io.athanor.sql.Operators.PLUS;
import static io.athanor.sql.Operators.TIMES;

import io.athanor.types.NumberType;
import io.athanor.types.Types;

/**
 * An expression one can calculate with. Both sides of an operation have the same Java type; bring them there with {@link
 * #cast(NumberType)}. The result of decimals is {@link Types#DECIMAL}, with as many digits as it needs.
 *
 * @param <N> the Java type of the value
 */
public sealed interface NumberExpression<N extends Number> extends Expression<N>
        permits NumberColumn, Op.Num, Cast.Num, Case.Num, Label.Num, Aggregate.Num, Over.Num, Typed.Num {
    @Override
    NumberType<N> type();

    /** {@code this + value}. */
    default NumberExpression<N> plus(N value) {
        return plus(Param.of(value, Numbers.result(type())));
    }

    /** {@code this + other}. */
    default NumberExpression<N> plus(Expression<N> other) {
        return Op.number(PLUS, Numbers.result(type()), this, other);
    }

    /** {@code this - value}. */
    default NumberExpression<N> minus(N value) {
        return minus(Param.of(value, Numbers.result(type())));
    }

    /** {@code this - other}. */
    default NumberExpression<N> minus(Expression<N> other) {
        return Op.number(MINUS, Numbers.result(type()), this, other);
    }

    /** {@code this * value}. */
    default NumberExpression<N> times(N value) {
        return times(Param.of(value, Numbers.result(type())));
    }

    /** {@code this * other}. */
    default NumberExpression<N> times(Expression<N> other) {
        return Op.number(TIMES, Numbers.result(type()), this, other);
    }

    /** {@code this / value}; of integers, the integer quotient rounded towards zero. */
    default NumberExpression<N> dividedBy(N value) {
        return dividedBy(Param.of(value, Numbers.result(type())));
    }

    /** {@code this / other}; of integers, the integer quotient rounded towards zero. Division by zero is an error. */
    default NumberExpression<N> dividedBy(Expression<N> other) {
        Operator operator = type().dataType().isInteger() ? DIVIDE_INTEGER : DIVIDE;
        return Op.number(operator, Numbers.result(type()), this, other);
    }

    /** {@code mod(this, value)}, with the sign of this. */
    default NumberExpression<N> mod(N value) {
        return mod(Param.of(value, Numbers.result(type())));
    }

    /** {@code mod(this, other)}, with the sign of this. */
    default NumberExpression<N> mod(Expression<N> other) {
        return Op.number(MOD, Numbers.result(type()), this, other);
    }

    /** {@code -this}. */
    default NumberExpression<N> negate() {
        return Op.number(NEGATE, Numbers.result(type()), this);
    }

    /** {@code abs(this)}. */
    default NumberExpression<N> abs() {
        return Op.number(ABS, Numbers.result(type()), this);
    }

    /** Bitwise AND of integers. */
    default NumberExpression<N> bitAnd(N value) {
        return Op.number(BIT_AND, type(), this, Param.of(value, type()));
    }

    /** Bitwise OR of integers. */
    default NumberExpression<N> bitOr(N value) {
        return Op.number(BIT_OR, type(), this, Param.of(value, type()));
    }

    /** Bitwise exclusive OR of integers. */
    default NumberExpression<N> bitXor(N value) {
        return Op.number(BIT_XOR, type(), this, Param.of(value, type()));
    }

    @Override
    default Label.Num<N> as(String name) {
        return new Label.Num<>(this, name);
    }
}
