package io.athanor.sql;

import io.athanor.types.NumberType;
import io.athanor.types.SqlType;

/**
 * A function that makes sense only over a window, such as {@code row_number()}. It becomes an expression by {@code over}.
 *
 * @param <T> the Java type of the value
 */
public interface WindowFunction<T> {
    /** The function's value for each row, over the window it stands in. */
    Expression<T> over(Window window);

    /** Of any type. */
    record Any<T>(AggregateCall call, SqlType<T> type) implements WindowFunction<T> {
        @Override
        public Expression<T> over(Window window) {
            return new Over.Any<>(call, window, type);
        }
    }

    /** A number. */
    record Num<N extends Number>(AggregateCall call, NumberType<N> type) implements WindowFunction<N> {
        @Override
        public NumberExpression<N> over(Window window) {
            return new Over.Num<>(call, window, type);
        }
    }

    /** Text. */
    record Text(AggregateCall call, SqlType<String> type) implements WindowFunction<String> {
        @Override
        public TextExpression over(Window window) {
            return new Over.Text(call, window, type);
        }
    }
}
