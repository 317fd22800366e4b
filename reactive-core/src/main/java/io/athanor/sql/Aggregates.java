package io.athanor.sql;

import io.athanor.types.NumberType;
import io.athanor.types.SqlType;
import io.athanor.types.Types;
import java.math.BigDecimal;
import java.util.List;

/**
 * The aggregate and window functions. Use them through {@link Sql}, which inherits them: {@code import static
 * io.athanor.sql.Sql.*}.
 */
public abstract sealed class Aggregates permits Functions {
    Aggregates() {}

    /** {@code count(*)}. */
    public static Aggregate.Num<Long> count() {
        return new Aggregate.Num<>(AggregateCall.of(Operators.COUNT_ALL, Types.BIGINT), Types.BIGINT);
    }

    /** {@code count(expression)}: of the rows where it is not NULL. */
    public static Aggregate.Num<Long> count(Expression<?> expression) {
        return number(Operators.COUNT, Types.BIGINT, expression);
    }

    // The overloads of sum are told apart by the argument's number type. The bound that stands first gives each an
    // erasure of its own; it says nothing else.

    /** {@code sum(expression)}: of INTEGER, a BIGINT. NULL for no rows. */
    public static <E extends Expression<Integer> & NumberExpression<Integer>> Aggregate.Num<Long> sum(E expression) {
        return number(Operators.SUM_OF, Types.BIGINT, expression);
    }

    /** {@code sum(expression)}: of BIGINT, a DECIMAL. NULL for no rows. */
    public static <E extends Selection<Long> & NumberExpression<Long>> Aggregate.Num<BigDecimal> sum(E expression) {
        return number(Operators.SUM_OF, Types.DECIMAL, expression);
    }

    /** {@code sum(expression)}: of SMALLINT, a BIGINT. NULL for no rows. */
    public static <E extends SqlNode & NumberExpression<Short>> Aggregate.Num<Long> sum(E expression) {
        return number(Operators.SUM_OF, Types.BIGINT, expression);
    }

    /** {@code sum(expression)}: of DECIMAL, REAL and DOUBLE, of the same type. NULL for no rows. */
    public static <N extends Number> Aggregate.Num<N> sum(NumberExpression<N> expression) {
        return number(Operators.SUM_OF, Numbers.result(expression.type()), expression);
    }

    /** {@code avg(expression)}: a DECIMAL, with as many digits as the database gives it. NULL for no rows. */
    public static Aggregate.Num<BigDecimal> avg(NumberExpression<?> expression) {
        return number(Operators.AVG, Types.DECIMAL, expression);
    }

    /** {@code min(expression)}. NULL for no rows. */
    public static <T> Aggregate.Any<T> min(Expression<T> expression) {
        return any(Operators.MIN, expression.type(), expression);
    }

    /** {@code min(expression)}. NULL for no rows. */
    public static <N extends Number> Aggregate.Num<N> min(NumberExpression<N> expression) {
        return number(Operators.MIN, expression.type(), expression);
    }

    /** {@code min(expression)}. NULL for no rows. */
    public static Aggregate.Text min(TextExpression expression) {
        return text(Operators.MIN, expression);
    }

    /** {@code max(expression)}. NULL for no rows. */
    public static <T> Aggregate.Any<T> max(Expression<T> expression) {
        return any(Operators.MAX, expression.type(), expression);
    }

    /** {@code max(expression)}. NULL for no rows. */
    public static <N extends Number> Aggregate.Num<N> max(NumberExpression<N> expression) {
        return number(Operators.MAX, expression.type(), expression);
    }

    /** {@code max(expression)}. NULL for no rows. */
    public static Aggregate.Text max(TextExpression expression) {
        return text(Operators.MAX, expression);
    }

    /** {@code stddev_samp(expression)}: the standard deviation of a sample. */
    public static Aggregate.Num<Double> stddev(NumberExpression<?> expression) {
        return number(Operators.STDDEV, Types.DOUBLE, expression);
    }

    /** {@code var_samp(expression)}: the variance of a sample. */
    public static Aggregate.Num<Double> variance(NumberExpression<?> expression) {
        return number(Operators.VARIANCE, Types.DOUBLE, expression);
    }

    /** {@code every(condition)}: whether it is true of all rows. */
    public static Aggregate.Any<Boolean> every(Predicate condition) {
        return any(Operators.EVERY, Types.BOOLEAN, condition);
    }

    /** {@code bool_or(condition)}: whether it is true of any row. */
    public static Aggregate.Any<Boolean> some(Predicate condition) {
        return any(Operators.SOME, Types.BOOLEAN, condition);
    }

    /** {@code array_agg(expression)}: the values as an array; say {@code orderBy} for their order. */
    public static <T> Aggregate.Any<List<T>> arrayAgg(Expression<T> expression) {
        return any(Operators.ARRAY_AGG, Types.array(expression.type()), expression);
    }

    /** The texts in one, with {@code separator} between; say {@code orderBy} for their order. */
    public static Aggregate.Text stringAgg(Expression<String> expression, String separator) {
        AggregateCall call =
                AggregateCall.of(Operators.STRING_AGG, Types.TEXT, expression, new Literal<>(separator, Types.TEXT));
        return new Aggregate.Text(call.inGroup(), Types.TEXT);
    }

    /** {@code percentile_cont(fraction) within group (order by ordering)}: interpolated. */
    public static Aggregate.Num<Double> percentileCont(double fraction, Ordering ordering) {
        AggregateCall call = AggregateCall.of(Operators.PERCENTILE_CONT, Types.DOUBLE, Param.of(fraction, Types.DOUBLE))
                .orderedBy(List.of(ordering))
                .inGroup();
        return new Aggregate.Num<>(call, Types.DOUBLE);
    }

    /** {@code percentile_disc(fraction) within group (order by expression)}: one of the values. */
    public static <T> Aggregate.Any<T> percentileDisc(double fraction, Expression<T> expression) {
        AggregateCall call = AggregateCall.of(
                        Operators.PERCENTILE_DISC, expression.type(), Param.of(fraction, Types.DOUBLE))
                .orderedBy(List.of(expression.asc()))
                .inGroup();
        return new Aggregate.Any<>(call, expression.type());
    }

    /** {@code mode() within group (order by expression)}: the most frequent value. */
    public static <T> Aggregate.Any<T> mode(Expression<T> expression) {
        AggregateCall call = AggregateCall.of(Operators.MODE, expression.type())
                .orderedBy(List.of(expression.asc()))
                .inGroup();
        return new Aggregate.Any<>(call, expression.type());
    }

    /** An aggregate function of the database by its name, such as {@code aggregate("bit_and", INTEGER, x)}. */
    public static <T> Aggregate.Any<T> aggregate(String name, SqlType<T> type, Expression<?>... arguments) {
        return any(Operator.function(name), type, arguments);
    }

    /** An aggregate function of the database whose value is a number. */
    public static <N extends Number> Aggregate.Num<N> aggregate(
            String name, NumberType<N> type, Expression<?>... arguments) {
        return number(Operator.function(name), type, arguments);
    }

    /** {@code row_number()}: 1, 2, 3 … in the window's order. */
    public static WindowFunction.Num<Long> rowNumber() {
        return windowNumber(Operators.ROW_NUMBER, Types.BIGINT);
    }

    /** {@code rank()}: rows equal in the order share a rank, and leave a gap behind. */
    public static WindowFunction.Num<Long> rank() {
        return windowNumber(Operators.RANK, Types.BIGINT);
    }

    /** {@code dense_rank()}: rows equal in the order share a rank, without gaps. */
    public static WindowFunction.Num<Long> denseRank() {
        return windowNumber(Operators.DENSE_RANK, Types.BIGINT);
    }

    /** {@code percent_rank()}: the rank as a fraction of the partition. */
    public static WindowFunction.Num<Double> percentRank() {
        return windowNumber(Operators.PERCENT_RANK, Types.DOUBLE);
    }

    /** {@code cume_dist()}: the fraction of rows up to this one. */
    public static WindowFunction.Num<Double> cumeDist() {
        return windowNumber(Operators.CUME_DIST, Types.DOUBLE);
    }

    /** {@code ntile(buckets)}: the number of this row's bucket. */
    public static WindowFunction.Num<Long> ntile(int buckets) {
        return windowNumber(Operators.NTILE, Types.BIGINT, new Literal<>(buckets, Types.INTEGER));
    }

    /** {@code lag(expression)}: of the row before; NULL for the first. */
    public static <T> WindowFunction<T> lag(Expression<T> expression) {
        return windowValue(Operators.LAG, expression, expression);
    }

    /** {@code lag(expression, distance)}: of the row {@code distance} before; NULL where there is none. */
    public static <T> WindowFunction<T> lag(Expression<T> expression, int distance) {
        return windowValue(Operators.LAG, expression, expression, new Literal<>(distance, Types.INTEGER));
    }

    /** {@code lead(expression)}: of the row after; NULL for the last. */
    public static <T> WindowFunction<T> lead(Expression<T> expression) {
        return windowValue(Operators.LEAD, expression, expression);
    }

    /** {@code lead(expression, distance)}: of the row {@code distance} after; NULL where there is none. */
    public static <T> WindowFunction<T> lead(Expression<T> expression, int distance) {
        return windowValue(Operators.LEAD, expression, expression, new Literal<>(distance, Types.INTEGER));
    }

    /** {@code first_value(expression)}: of the frame's first row. */
    public static <T> WindowFunction<T> firstValue(Expression<T> expression) {
        return windowValue(Operators.FIRST_VALUE, expression, expression);
    }

    /** {@code last_value(expression)}: of the frame's last row, by default the current one. */
    public static <T> WindowFunction<T> lastValue(Expression<T> expression) {
        return windowValue(Operators.LAST_VALUE, expression, expression);
    }

    /** {@code nth_value(expression, n)}: of the frame's nth row, from 1. */
    public static <T> WindowFunction<T> nthValue(Expression<T> expression, int n) {
        return windowValue(Operators.NTH_VALUE, expression, expression, new Literal<>(n, Types.INTEGER));
    }

    /** A window whose partitions have these keys. */
    public static Window partitionBy(Expression<?>... keys) {
        return new Window(List.of(keys), List.of(), null);
    }

    /** A window over all rows. */
    public static Window window() {
        return new Window(List.of(), List.of(), null);
    }

    private static <T> Aggregate.Any<T> any(Operator operator, SqlType<T> type, Expression<?>... arguments) {
        return new Aggregate.Any<>(AggregateCall.of(operator, type, arguments), type);
    }

    private static <N extends Number> Aggregate.Num<N> number(
            Operator operator, NumberType<N> type, Expression<?>... arguments) {
        return new Aggregate.Num<>(AggregateCall.of(operator, type, arguments), type);
    }

    private static Aggregate.Text text(Operator operator, Expression<String> argument) {
        return new Aggregate.Text(AggregateCall.of(operator, argument.type(), argument), argument.type());
    }

    private static <N extends Number> WindowFunction.Num<N> windowNumber(
            Operator operator, NumberType<N> type, Expression<?>... arguments) {
        return new WindowFunction.Num<>(AggregateCall.of(operator, type, arguments), type);
    }

    private static <T> WindowFunction<T> windowValue(
            Operator operator, Expression<T> value, Expression<?>... arguments) {
        return new WindowFunction.Any<>(AggregateCall.of(operator, value.type(), arguments), value.type());
    }
}
