package io.athanor.sql;

import io.athanor.types.NumberType;
import io.athanor.types.SqlType;
import io.athanor.types.Types;
import java.util.List;

/**
 * An operator applied to arguments. The variants differ only in what can be chained on them.
 *
 * @param <T> the Java type of the value
 */
public sealed interface Op<T> extends Expression<T> {
    /** What is applied. */
    Operator operator();

    /** What it is applied to. */
    List<Expression<?>> arguments();

    @Override
    default Precedence precedence() {
        return operator().precedence();
    }

    @Override
    default void render(SqlWriter out) {
        operator().spelling().render(arguments(), operator().precedence(), out);
    }

    /** An operation whose value is text. */
    static TextExpression text(Operator operator, Expression<?>... arguments) {
        return new Text(operator, Typed.plain(arguments));
    }

    /** An operation whose value is a number. */
    static <N extends Number> NumberExpression<N> number(
            Operator operator, NumberType<N> type, Expression<?>... arguments) {
        return new Num<>(operator, Typed.plain(arguments), type);
    }

    /** An operation whose value is true, false or unknown. */
    static Predicate predicate(Operator operator, Expression<?>... arguments) {
        return new Bool(operator, Typed.plain(arguments));
    }

    /** An operation whose value is of any type. */
    static <T> Expression<T> of(Operator operator, SqlType<T> type, Expression<?>... arguments) {
        return new Any<>(operator, Typed.plain(arguments), type);
    }

    /** Of any type. */
    record Any<T>(Operator operator, List<Expression<?>> arguments, SqlType<T> type) implements Op<T> {
        @Override
        public String toString() {
            return Inlined.of(this);
        }
    }

    /** Text. */
    record Text(Operator operator, List<Expression<?>> arguments) implements Op<String>, TextExpression {
        @Override
        public SqlType<String> type() {
            return Types.TEXT;
        }

        @Override
        public String toString() {
            return Inlined.of(this);
        }
    }

    /** A number. */
    record Num<N extends Number>(Operator operator, List<Expression<?>> arguments, NumberType<N> type)
            implements Op<N>, NumberExpression<N> {
        @Override
        public String toString() {
            return Inlined.of(this);
        }
    }

    /** A condition. */
    record Bool(Operator operator, List<Expression<?>> arguments) implements Op<Boolean>, Predicate {
        @Override
        public Precedence precedence() {
            return operator.precedence();
        }

        @Override
        public String toString() {
            return Inlined.of(this);
        }
    }
}
