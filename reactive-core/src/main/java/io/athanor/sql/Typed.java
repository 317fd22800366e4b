package io.athanor.sql;

import io.athanor.ConfigurationException;
import io.athanor.types.NumberType;
import io.athanor.types.SqlType;
import java.util.List;

/** An expression seen as text or as a number, so that more can be chained on it. Writes nothing of its own. */
final class Typed {
    private Typed() {}

    static <N extends Number> NumberExpression<N> number(Expression<N> expression) {
        if (expression instanceof NumberExpression<N> number) {
            return number;
        }
        if (expression.type() instanceof NumberType<N> type) {
            return new Num<>(expression, type);
        }
        throw new ConfigurationException(expression + " is of the type " + expression.type()
                + ", mapped to a class of your own; cast it to a number type to calculate with it");
    }

    static TextExpression text(Expression<String> expression) {
        return expression instanceof TextExpression text ? text : new Text(expression);
    }

    /** The expression itself: the view is for chaining, a statement has no use for it. */
    static Expression<?> plain(Expression<?> expression) {
        if (expression instanceof Num<?> number) {
            return number.expression();
        }
        return expression instanceof Text text ? text.expression() : expression;
    }

    static List<Expression<?>> plain(Expression<?>... expressions) {
        Expression<?>[] all = new Expression<?>[expressions.length];
        for (int i = 0; i < all.length; i++) {
            all[i] = plain(expressions[i]);
        }
        return List.of(all);
    }

    record Num<N extends Number>(Expression<N> expression, NumberType<N> type) implements NumberExpression<N> {
        @Override
        public Precedence precedence() {
            return expression.precedence();
        }

        @Override
        public void render(SqlWriter out) {
            out.node(expression);
        }

        @Override
        public String toString() {
            return expression.toString();
        }
    }

    record Text(Expression<String> expression) implements TextExpression {
        @Override
        public SqlType<String> type() {
            return expression.type();
        }

        @Override
        public Precedence precedence() {
            return expression.precedence();
        }

        @Override
        public void render(SqlWriter out) {
            out.node(expression);
        }

        @Override
        public String toString() {
            return expression.toString();
        }
    }
}
