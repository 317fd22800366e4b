package io.athanor.sql;

import io.athanor.types.NumberType;
import io.athanor.types.SqlType;
import io.athanor.types.Types;
import java.util.List;
import org.jspecify.annotations.Nullable;

/**
 * The beginning of {@code case subject when value then result … else result end}, which compares one expression with
 * values. Made by {@link Sql#choose}; the first branch says what the results are. NULL equals no value: ask for it with
 * {@code caseWhen(subject.isNull(), …)}.
 *
 * <pre>{@code
 * choose(ORDERS.status).when("P", "paid").when("S", "sent").orElse("open")
 * }</pre>
 *
 * @param subject what is compared
 * @param <V> the Java type of the subject
 */
public record Choice<V>(Expression<V> subject) {
    /** The first branch, of any type. */
    public <T> OfAny<V, T> when(V value, Expression<T> result) {
        return new OfAny<>(subject, List.of(branch(subject, value, result)), null, result.type());
    }

    /** The first branch, of numbers. */
    public <N extends Number> OfNumbers<V, N> when(V value, NumberExpression<N> result) {
        NumberType<N> type = Numbers.result(result.type());
        return new OfNumbers<>(subject, List.of(branch(subject, value, result)), null, type);
    }

    /** The first branch, of texts. */
    public OfTexts<V> when(V value, TextExpression result) {
        return new OfTexts<>(subject, List.of(branch(subject, value, result)), null, Types.TEXT);
    }

    /** The first branch, of texts. */
    public OfTexts<V> when(V value, String result) {
        return when(value, Functions.value(result));
    }

    /** The first branch, of integers. */
    public OfNumbers<V, Integer> when(V value, int result) {
        return when(value, Functions.value(result));
    }

    private static <V> Case.Branch branch(Expression<V> subject, V value, Expression<?> result) {
        return new Case.Branch(Param.of(value, subject.type()), result);
    }

    private static <V> List<Case.Branch> more(
            List<Case.Branch> branches, Expression<V> subject, V value, Expression<?> result) {
        return Clauses.plus(branches, List.of(branch(subject, value, result)));
    }

    /** Of any type. */
    public record OfAny<V, T>(
            Expression<V> subject, List<Case.Branch> branches, @Nullable Expression<?> otherwise, SqlType<T> type)
            implements Case<T> {
        /** The same with one more branch. */
        public OfAny<V, T> when(V value, T result) {
            return when(value, Param.of(result, type));
        }

        /** The same with one more branch. */
        public OfAny<V, T> when(V value, Expression<? extends T> result) {
            return new OfAny<>(subject, more(branches, subject, value, result), otherwise, type);
        }

        /** The same with a result for all other rows. */
        public OfAny<V, T> orElse(T result) {
            return orElse(Param.of(result, type));
        }

        /** The same with a result for all other rows. */
        public OfAny<V, T> orElse(Expression<? extends T> result) {
            return new OfAny<>(subject, branches, result, type);
        }

        @Override
        public String toString() {
            return Inlined.of(this);
        }
    }

    /** Of numbers. */
    public record OfNumbers<V, N extends Number>(
            Expression<V> subject, List<Case.Branch> branches, @Nullable Expression<?> otherwise, NumberType<N> type)
            implements Case<N>, NumberExpression<N> {
        /** The same with one more branch. */
        public OfNumbers<V, N> when(V value, N result) {
            return when(value, Param.of(result, type));
        }

        /** The same with one more branch. */
        public OfNumbers<V, N> when(V value, Expression<N> result) {
            return new OfNumbers<>(subject, more(branches, subject, value, result), otherwise, type);
        }

        /** The same with a result for all other rows. */
        public OfNumbers<V, N> orElse(N result) {
            return orElse(Param.of(result, type));
        }

        /** The same with a result for all other rows. */
        public OfNumbers<V, N> orElse(Expression<N> result) {
            return new OfNumbers<>(subject, branches, result, type);
        }

        @Override
        public String toString() {
            return Inlined.of(this);
        }
    }

    /** Of text. */
    public record OfTexts<V>(
            Expression<V> subject, List<Case.Branch> branches, @Nullable Expression<?> otherwise, SqlType<String> type)
            implements Case<String>, TextExpression {
        /** The same with one more branch. */
        public OfTexts<V> when(V value, String result) {
            return when(value, Param.of(result, type));
        }

        /** The same with one more branch. */
        public OfTexts<V> when(V value, Expression<String> result) {
            return new OfTexts<>(subject, more(branches, subject, value, result), otherwise, type);
        }

        /** The same with a result for all other rows. */
        public OfTexts<V> orElse(String result) {
            return orElse(Param.of(result, type));
        }

        /** The same with a result for all other rows. */
        public OfTexts<V> orElse(Expression<String> result) {
            return new OfTexts<>(subject, branches, result, type);
        }

        @Override
        public String toString() {
            return Inlined.of(this);
        }
    }
}
