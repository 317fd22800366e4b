package io.athanor.sql;

import io.athanor.types.NumberType;
import io.athanor.types.SqlType;

/**
 * {@code cast(expression as type)}.
 *
 * @param <T> the Java type of the value
 */
public sealed interface Cast<T> extends Expression<T> {
    /** What is cast. */
    Expression<?> expression();

    @Override
    default void render(SqlWriter out) {
        out.word("cast(").node(expression()).word(" as ").type(type()).word(")");
    }

    /** To any type. */
    record Any<T>(Expression<?> expression, SqlType<T> type) implements Cast<T> {
        @Override
        public String toString() {
            return Inlined.of(this);
        }
    }

    /** To a number. */
    record Num<N extends Number>(Expression<?> expression, NumberType<N> type) implements Cast<N>, NumberExpression<N> {
        @Override
        public String toString() {
            return Inlined.of(this);
        }
    }

    /** To text. */
    record Text(Expression<?> expression, SqlType<String> type) implements Cast<String>, TextExpression {
        @Override
        public String toString() {
            return Inlined.of(this);
        }
    }
}
