package io.athanor.sql;

import io.athanor.types.NumberType;
import io.athanor.types.SqlType;

/**
 * {@code cast(expression as type)}, or {@code try_cast(expression as type)}.
 *
 * @param <T> the Java type of the value
 */
public sealed interface Cast<T> extends Expression<T> {
    /** What is cast. */
    Expression<?> expression();

    /** Whether what cannot be cast becomes NULL. */
    boolean isTried();

    @Override
    default void render(SqlWriter out) {
        out.word(isTried() ? "try_cast(" : "cast(")
                .node(expression())
                .word(" as ")
                .type(type())
                .word(")");
    }

    /** To any type. */
    record Any<T>(Expression<?> expression, SqlType<T> type, boolean isTried) implements Cast<T> {
        Any(Expression<?> expression, SqlType<T> type) {
            this(expression, type, false);
        }

        @Override
        public String toString() {
            return Inlined.of(this);
        }
    }

    /** To a number. */
    record Num<N extends Number>(Expression<?> expression, NumberType<N> type, boolean isTried)
            implements Cast<N>, NumberExpression<N> {
        Num(Expression<?> expression, NumberType<N> type) {
            this(expression, type, false);
        }

        @Override
        public String toString() {
            return Inlined.of(this);
        }
    }

    /** To text. */
    record Text(Expression<?> expression, SqlType<String> type, boolean isTried)
            implements Cast<String>, TextExpression {
        Text(Expression<?> expression, SqlType<String> type) {
            this(expression, type, false);
        }

        @Override
        public String toString() {
            return Inlined.of(this);
        }
    }
}
