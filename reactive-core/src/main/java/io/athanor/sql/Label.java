package io.athanor.sql;

import io.athanor.types.NumberType;
import io.athanor.types.SqlType;

/**
 * An expression under a name: declared where it is selected, meant by its name in the ORDER BY and GROUP BY of that query,
 * and written out everywhere else, where SQL knows no such names.
 *
 * @param <T> the Java type of the value
 */
public sealed interface Label<T> extends Expression<T> {
    /** What is named. */
    Expression<T> expression();

    /** The name. */
    String name();

    @Override
    default Precedence precedence() {
        return expression().precedence();
    }

    @Override
    default void render(SqlWriter out) {
        out.node(expression());
    }

    /** {@code expression as "name"}. */
    default void declare(SqlWriter out) {
        out.node(expression()).word(" as ").name(name());
    }

    /** Of any type. */
    record Any<T>(Expression<T> expression, String name) implements Label<T> {
        @Override
        public SqlType<T> type() {
            return expression.type();
        }

        @Override
        public String toString() {
            return expression + " as " + name;
        }
    }

    /** Of a number. */
    record Num<N extends Number>(NumberExpression<N> expression, String name) implements Label<N>, NumberExpression<N> {
        @Override
        public NumberType<N> type() {
            return expression.type();
        }

        @Override
        public Label.Num<N> as(String other) {
            return new Label.Num<>(expression, other);
        }

        @Override
        public String toString() {
            return expression + " as " + name;
        }
    }

    /** Of text. */
    record Text(TextExpression expression, String name) implements Label<String>, TextExpression {
        @Override
        public SqlType<String> type() {
            return expression.type();
        }

        @Override
        public Label.Text as(String other) {
            return new Label.Text(expression, other);
        }

        @Override
        public String toString() {
            return expression + " as " + name;
        }
    }
}
