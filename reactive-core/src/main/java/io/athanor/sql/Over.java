package io.athanor.sql;

import io.athanor.types.NumberType;
import io.athanor.types.SqlType;

/**
 * A function over a window of rows.
 *
 * @param <T> the Java type of the value
 */
public sealed interface Over<T> extends Expression<T> {
    /** The function. */
    AggregateCall call();

    /** The window. */
    Window window();

    @Override
    default void render(SqlWriter out) {
        out.node(call()).word(" over (").node(window()).word(")");
    }

    /** Of any type. */
    record Any<T>(AggregateCall call, Window window, SqlType<T> type) implements Over<T> {
        @Override
        public String toString() {
            return Inlined.of(this);
        }
    }

    /** A number. */
    record Num<N extends Number>(AggregateCall call, Window window, NumberType<N> type)
            implements Over<N>, NumberExpression<N> {
        @Override
        public String toString() {
            return Inlined.of(this);
        }
    }

    /** Text. */
    record Text(AggregateCall call, Window window, SqlType<String> type) implements Over<String>, TextExpression {
        @Override
        public String toString() {
            return Inlined.of(this);
        }
    }
}
