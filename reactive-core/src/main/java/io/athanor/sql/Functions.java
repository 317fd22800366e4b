package io.athanor.sql;

import io.athanor.types.NumberType;
import io.athanor.types.SqlType;
import io.athanor.types.TextType;
import io.athanor.types.Types;
import java.math.BigDecimal;
import java.time.Instant;
import java.time.LocalDate;
import java.time.LocalDateTime;
import java.time.temporal.Temporal;
import java.util.UUID;
import org.jspecify.annotations.Nullable;

/**
 * The functions of single values, and values themselves. Use them through {@link Sql}, which inherits them: {@code import
 * static io.athanor.sql.Sql.*}.
 */
public abstract sealed class Functions extends Aggregates permits Sql {
    Functions() {}

    /** A bound value of any type; null is NULL. */
    public static <T> Expression<T> value(@Nullable T value, SqlType<T> type) {
        return Param.nullable(value, type);
    }

    /** A bound number of any type; null is NULL. */
    public static <N extends Number> NumberExpression<N> value(@Nullable N value, NumberType<N> type) {
        return Typed.number(Param.nullable(value, type));
    }

    /** A bound INTEGER. */
    public static NumberExpression<Integer> value(int value) {
        return value(value, Types.INTEGER);
    }

    /** A bound BIGINT. */
    public static NumberExpression<Long> value(long value) {
        return value(value, Types.BIGINT);
    }

    /** A bound DOUBLE PRECISION. */
    public static NumberExpression<Double> value(double value) {
        return value(value, Types.DOUBLE);
    }

    /** A bound DECIMAL. */
    public static NumberExpression<BigDecimal> value(BigDecimal value) {
        return value(value, Types.DECIMAL);
    }

    /** A bound text of any type; null is NULL. */
    public static TextExpression value(@Nullable String value, TextType type) {
        return Typed.text(Param.nullable(value, type));
    }

    /** A bound text. */
    public static TextExpression value(String value) {
        return Typed.text(Param.of(value, Types.TEXT));
    }

    /** A bound BOOLEAN. */
    public static Predicate value(boolean value) {
        return new Condition(Param.of(value, Types.BOOLEAN));
    }

    /** A bound DATE. */
    public static Expression<LocalDate> value(LocalDate value) {
        return Param.of(value, Types.DATE);
    }

    /** A bound TIMESTAMP. */
    public static Expression<LocalDateTime> value(LocalDateTime value) {
        return Param.of(value, Types.TIMESTAMP);
    }

    /** A bound TIMESTAMP WITH TIME ZONE. */
    public static Expression<Instant> value(Instant value) {
        return Param.of(value, Types.TIMESTAMP_WITH_TIME_ZONE);
    }

    /** A bound UUID. */
    public static Expression<UUID> value(UUID value) {
        return Param.of(value, Types.UUID);
    }

    /** A constant of the program written into the text, escaped. Use {@link #value} for all that is input. */
    public static <T> Expression<T> literal(T value, SqlType<T> type) {
        return new Literal<>(value, type);
    }

    /** {@code null}, of a type. */
    public static <T> Expression<T> nullOf(SqlType<T> type) {
        return new Literal<>(null, type);
    }

    /** {@code expression} as a number, to calculate with; its type is one already. */
    public static <N extends Number> NumberExpression<N> number(Expression<N> expression) {
        return Typed.number(expression);
    }

    /** {@code expression} as text; its type is that already. */
    public static TextExpression text(Expression<String> expression) {
        return Typed.text(expression);
    }

    /** {@code coalesce(first, more…)}: the first that is not NULL. */
    @SafeVarargs
    public static <T> Expression<T> coalesce(Expression<T> first, Expression<? extends T>... more) {
        return Op.of(Operators.COALESCE, first.type(), Arguments.of(first, more));
    }

    /** {@code coalesce(first, more…)}: the first that is not NULL. */
    @SafeVarargs
    public static <N extends Number> NumberExpression<N> coalesce(NumberExpression<N> first, Expression<N>... more) {
        return Op.number(Operators.COALESCE, Numbers.result(first.type()), Arguments.of(first, more));
    }

    /** {@code coalesce(first, more…)}: the first that is not NULL. */
    @SafeVarargs
    public static TextExpression coalesce(TextExpression first, Expression<String>... more) {
        return Op.text(Operators.COALESCE, Arguments.of(first, more));
    }

    /** {@code coalesce(first, value)}. */
    public static <T> Expression<T> coalesce(Expression<T> first, T value) {
        return Op.of(Operators.COALESCE, first.type(), first, Param.of(value, first.type()));
    }

    /** {@code coalesce(first, value)}. */
    public static <N extends Number> NumberExpression<N> coalesce(NumberExpression<N> first, N value) {
        NumberType<N> type = Numbers.result(first.type());
        return Op.number(Operators.COALESCE, type, first, Param.of(value, type));
    }

    /** {@code coalesce(first, value)}. */
    public static TextExpression coalesce(TextExpression first, String value) {
        return Op.text(Operators.COALESCE, first, Param.of(value, first.type()));
    }

    /** {@code nullif(expression, value)}: NULL if they are equal. */
    public static <T> Expression<T> nullIf(Expression<T> expression, T value) {
        return Op.of(Operators.NULLIF, expression.type(), expression, Param.of(value, expression.type()));
    }

    /** {@code nullif(expression, other)}: NULL if they are equal. */
    public static <T> Expression<T> nullIf(Expression<T> expression, Expression<? extends T> other) {
        return Op.of(Operators.NULLIF, expression.type(), expression, other);
    }

    /** {@code nullif(expression, value)}: NULL if they are equal, such as to guard a divisor. */
    public static <N extends Number> NumberExpression<N> nullIf(NumberExpression<N> expression, N value) {
        return Op.number(Operators.NULLIF, expression.type(), expression, Param.of(value, expression.type()));
    }

    /** {@code greatest(first, more…)}. With a NULL among them, NULL on some databases and ignored on others. */
    @SafeVarargs
    public static <T> Expression<T> greatest(Expression<T> first, Expression<? extends T>... more) {
        return Op.of(Operators.GREATEST, first.type(), Arguments.of(first, more));
    }

    /** {@code least(first, more…)}. With a NULL among them, NULL on some databases and ignored on others. */
    @SafeVarargs
    public static <T> Expression<T> least(Expression<T> first, Expression<? extends T>... more) {
        return Op.of(Operators.LEAST, first.type(), Arguments.of(first, more));
    }

    /** {@code first || more…}; NULL if any is. */
    @SafeVarargs
    public static TextExpression concat(Expression<String> first, Expression<String>... more) {
        TextExpression all = Typed.text(first);
        for (Expression<String> next : more) {
            all = all.concat(next);
        }
        return all;
    }

    /** {@code lower(text)}. SQLite knows the case of the letters A to Z only. */
    public static TextExpression lower(Expression<String> text) {
        return Op.text(Operators.LOWER, text);
    }

    /** {@code upper(text)}. SQLite knows the case of the letters A to Z only. */
    public static TextExpression upper(Expression<String> text) {
        return Op.text(Operators.UPPER, text);
    }

    /** {@code trim(text)}: without blanks at either end. */
    public static TextExpression trim(Expression<String> text) {
        return Op.text(Operators.TRIM, text);
    }

    /** {@code char_length(text)}, in characters. */
    public static NumberExpression<Integer> charLength(Expression<String> text) {
        return Op.number(Operators.CHAR_LENGTH, Types.INTEGER, text);
    }

    /** {@code left(text, length)}: the first characters. */
    public static TextExpression left(Expression<String> text, int length) {
        return Op.text(Operators.LEFT, text, Param.of(Arguments.atLeast(0, length, "the length"), Types.INTEGER));
    }

    /** {@code right(text, length)}: the last characters. */
    public static TextExpression right(Expression<String> text, int length) {
        return Op.text(Operators.RIGHT, text, Param.of(Arguments.atLeast(0, length, "the length"), Types.INTEGER));
    }

    /** {@code abs(number)}. */
    public static <N extends Number> NumberExpression<N> abs(NumberExpression<N> number) {
        return number.abs();
    }

    /** {@code round(number, digits)}: to digits after the point, halves away from zero. */
    public static NumberExpression<BigDecimal> round(NumberExpression<BigDecimal> number, int digits) {
        return Op.number(Operators.ROUND, Types.DECIMAL, number, Param.of(digits, Types.INTEGER));
    }

    /** {@code floor(number)}: the largest whole number not above it. */
    public static <N extends Number> NumberExpression<N> floor(NumberExpression<N> number) {
        return Op.number(Operators.FLOOR, Numbers.result(number.type()), number);
    }

    /** {@code ceiling(number)}: the smallest whole number not below it. */
    public static <N extends Number> NumberExpression<N> ceiling(NumberExpression<N> number) {
        return Op.number(Operators.CEILING, Numbers.result(number.type()), number);
    }

    /** {@code power(base, exponent)}. */
    public static NumberExpression<Double> power(NumberExpression<?> base, double exponent) {
        return Op.number(Operators.POWER, Types.DOUBLE, base.cast(Types.DOUBLE), Param.of(exponent, Types.DOUBLE));
    }

    /** {@code sqrt(number)}. */
    public static NumberExpression<Double> sqrt(NumberExpression<?> number) {
        return Op.number(Operators.SQRT, Types.DOUBLE, number.cast(Types.DOUBLE));
    }

    /** {@code sign(number)}: -1, 0 or 1. */
    public static NumberExpression<Integer> sign(NumberExpression<?> number) {
        return Op.number(Operators.SIGN_OF, Types.INTEGER, number).cast(Types.INTEGER);
    }

    /** {@code current_date}: of the transaction's start, in the connection's time zone. */
    public static Expression<LocalDate> currentDate() {
        return Op.of(Operators.CURRENT_DATE, Types.DATE);
    }

    /** {@code localtimestamp}: the transaction's start, in the connection's time zone. */
    public static Expression<LocalDateTime> localTimestamp() {
        return Op.of(Operators.LOCAL_TIMESTAMP, Types.TIMESTAMP);
    }

    /** {@code current_timestamp}: the transaction's start. */
    public static Expression<Instant> now() {
        return Op.of(Operators.CURRENT_TIMESTAMP, Types.TIMESTAMP_WITH_TIME_ZONE);
    }

    /** {@code extract(field from temporal)}: a whole number; seconds without their fraction. */
    public static NumberExpression<Integer> extract(Field field, Expression<? extends Temporal> temporal) {
        return Typed.number(new Extract(field, temporal));
    }

    /** A function of the database by its name, such as {@code function("ts_rank", REAL, a, b)}. */
    public static <T> Expression<T> function(String name, SqlType<T> type, Expression<?>... arguments) {
        return Op.of(Operator.function(name), type, arguments);
    }

    /** A function of the database whose value is a number. */
    public static <N extends Number> NumberExpression<N> function(
            String name, NumberType<N> type, Expression<?>... arguments) {
        return Op.number(Operator.function(name), type, arguments);
    }

    /** A function of the database whose value is text. */
    public static TextExpression function(String name, TextType type, Expression<?>... arguments) {
        return Op.text(Operator.function(name), arguments);
    }

    /**
     * An operator or any SQL around expressions: {@code operator("{0} <-> {1}", DOUBLE, a, b)}. The text is trusted: never
     * build it from input. Arguments are put in parentheses as comparisons need it.
     */
    public static <T> Expression<T> operator(String spelling, SqlType<T> type, Expression<?>... arguments) {
        return RawExpression.of(spelling, Precedence.COMPARISON, type, arguments);
    }

    /**
     * An operator or any SQL around expressions, with a precedence of its own. The text is trusted: never build it from
     * input.
     */
    public static <T> Expression<T> operator(
            String spelling, Precedence precedence, SqlType<T> type, Expression<?>... arguments) {
        return RawExpression.of(spelling, precedence, type, arguments);
    }

    /** A part of a date or time. */
    public enum Field {
        YEAR("year"),
        QUARTER("quarter"),
        MONTH("month"),
        /** The week of ISO 8601, 1 to 53. */
        WEEK("week"),
        DAY("day"),
        /** From Monday, 1, to Sunday, 7. */
        DAY_OF_WEEK("isodow"),
        DAY_OF_YEAR("doy"),
        HOUR("hour"),
        MINUTE("minute"),
        SECOND("second");

        private final String word;

        Field(String word) {
            this.word = word;
        }

        /** The field in SQL. */
        public String word() {
            return word;
        }
    }
}
