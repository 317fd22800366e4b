package io.athanor.sql;

import static io.athanor.sql.Operators.ABS;
import static io.athanor.sql.Operators.BIT_AND;
import static io.athanor.sql.Operators.BIT_NOT;
import static io.athanor.sql.Operators.BIT_OR;
import static io.athanor.sql.Operators.BIT_XOR;
import static io.athanor.sql.Operators.MINUS;
import static io.athanor.sql.Operators.MOD;
import static io.athanor.sql.Operators.NEGATE;
import static io.athanor.sql.Operators.PLUS;
import static io.athanor.sql.Operators.SHIFT_LEFT;
import static io.athanor.sql.Operators.SHIFT_RIGHT;
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
        permits NumberColumn,
                Op.Num,
                Cast.Num,
                Case.Num,
                Choice.OfNumbers,
                Label.Num,
                Aggregate.Num,
                Over.Num,
                Typed.Num {
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
        return Op.number(Numbers.division(type()), Numbers.result(type()), this, other);
    }

    /** {@code mod(this, value)}, with the sign of this. */
    default NumberExpression<N> mod(N value) {
        return mod(Param.of(value, Numbers.result(type())));
    }

    /** {@code mod(this, other)}, with the sign of this. Of exact numbers. */
    default NumberExpression<N> mod(Expression<N> other) {
        Numbers.requireExact(this, "mod");
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
        return bitAnd(Param.of(value, type()));
    }

    /** Bitwise AND of integers. */
    default NumberExpression<N> bitAnd(Expression<N> other) {
        Numbers.requireInteger(this, "bitAnd");
        return Op.number(BIT_AND, type(), this, other);
    }

    /** Bitwise OR of integers. */
    default NumberExpression<N> bitOr(N value) {
        return bitOr(Param.of(value, type()));
    }

    /** Bitwise OR of integers. */
    default NumberExpression<N> bitOr(Expression<N> other) {
        Numbers.requireInteger(this, "bitOr");
        return Op.number(BIT_OR, type(), this, other);
    }

    /** Bitwise exclusive OR of integers. */
    default NumberExpression<N> bitXor(N value) {
        return bitXor(Param.of(value, type()));
    }

    /** Bitwise exclusive OR of integers. */
    default NumberExpression<N> bitXor(Expression<N> other) {
        Numbers.requireInteger(this, "bitXor");
        return Op.number(BIT_XOR, type(), this, other);
    }

    /** Every bit of an integer turned over. */
    default NumberExpression<N> bitNot() {
        Numbers.requireInteger(this, "bitNot");
        return Op.number(BIT_NOT, type(), this);
    }

    /** An integer with its bits moved to the left, towards the sign. */
    default NumberExpression<N> shiftLeft(int bits) {
        Numbers.requireInteger(this, "shiftLeft");
        return Op.number(SHIFT_LEFT, type(), this, Param.of(bits, Types.INTEGER));
    }

    /** An integer with its bits moved to the right; the sign stays. */
    default NumberExpression<N> shiftRight(int bits) {
        Numbers.requireInteger(this, "shiftRight");
        return Op.number(SHIFT_RIGHT, type(), this, Param.of(bits, Types.INTEGER));
    }

    @Override
    default Label.Num<N> as(String name) {
        return new Label.Num<>(this, name);
    }
}
