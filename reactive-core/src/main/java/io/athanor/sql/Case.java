package io.athanor.sql;

import io.athanor.types.NumberType;
import io.athanor.types.SqlType;
import java.util.List;
import org.jspecify.annotations.Nullable;

/**
 * {@code case when … then … else … end}; with a subject to compare, see {@link Choice}. NULL if no condition holds and there is no else.
 *
 * <pre>{@code
 * caseWhen(USERS.age.lt(18), "minor").when(USERS.age.lt(65), "adult").orElse("senior")
 * }</pre>
 *
 * @param <T> the Java type of the value
 */
public sealed interface Case<T> extends Expression<T>
        permits Case.Any, Case.Num, Case.Text, Choice.OfAny, Choice.OfNumbers, Choice.OfTexts {
    /** What is compared with each branch's value; null if each branch has a condition of its own. */
    default @Nullable Expression<?> subject() {
        return null;
    }

    /** The branches, first match first. */
    List<Branch> branches();

    /** What stands after else; null if nothing does. */
    @Nullable
    Expression<?> otherwise();

    @Override
    default void render(SqlWriter out) {
        out.word("case");
        Expression<?> subject = subject();
        if (subject != null) {
            out.word(" ").node(subject);
        }
        out.list(branches(), "");
        Expression<?> otherwise = otherwise();
        if (otherwise != null) {
            out.word(" else ").node(otherwise);
        }
        out.word(" end");
    }

    /**
     * One condition and its value.
     *
     * @param condition when the branch is taken, or what the subject equals then
     * @param value what the value is then
     */
    record Branch(Expression<?> condition, Expression<?> value) implements SqlNode {
        @Override
        public void render(SqlWriter out) {
            out.word(" when ").node(condition).word(" then ").node(value);
        }

        @Override
        public String toString() {
            return Inlined.of(this);
        }
    }

    /** Of any type. */
    record Any<T>(List<Branch> branches, @Nullable Expression<?> otherwise, SqlType<T> type) implements Case<T> {
        /** The same with one more branch. */
        public Any<T> when(Predicate condition, T value) {
            return when(condition, Param.of(value, type));
        }

        /** The same with one more branch. */
        public Any<T> when(Predicate condition, Expression<? extends T> value) {
            return new Any<>(Clauses.plus(branches, List.of(new Branch(condition, value))), otherwise, type);
        }

        /** The same with a value for all other rows. */
        public Any<T> orElse(T value) {
            return orElse(Param.of(value, type));
        }

        /** The same with a value for all other rows. */
        public Any<T> orElse(Expression<? extends T> value) {
            return new Any<>(branches, value, type);
        }

        @Override
        public String toString() {
            return Inlined.of(this);
        }
    }

    /** Of numbers. */
    record Num<N extends Number>(List<Branch> branches, @Nullable Expression<?> otherwise, NumberType<N> type)
            implements Case<N>, NumberExpression<N> {
        /** The same with one more branch. */
        public Num<N> when(Predicate condition, N value) {
            return when(condition, Param.of(value, type));
        }

        /** The same with one more branch. */
        public Num<N> when(Predicate condition, Expression<N> value) {
            return new Num<>(Clauses.plus(branches, List.of(new Branch(condition, value))), otherwise, type);
        }

        /** The same with a value for all other rows. */
        public Num<N> orElse(N value) {
            return orElse(Param.of(value, type));
        }

        /** The same with a value for all other rows. */
        public Num<N> orElse(Expression<N> value) {
            return new Num<>(branches, value, type);
        }

        @Override
        public String toString() {
            return Inlined.of(this);
        }
    }

    /** Of text. */
    record Text(List<Branch> branches, @Nullable Expression<?> otherwise, SqlType<String> type)
            implements Case<String>, TextExpression {
        /** The same with one more branch. */
        public Text when(Predicate condition, String value) {
            return when(condition, Param.of(value, type));
        }

        /** The same with one more branch. */
        public Text when(Predicate condition, Expression<String> value) {
            return new Text(Clauses.plus(branches, List.of(new Branch(condition, value))), otherwise, type);
        }

        /** The same with a value for all other rows. */
        public Text orElse(String value) {
            return orElse(Param.of(value, type));
        }

        /** The same with a value for all other rows. */
        public Text orElse(Expression<String> value) {
            return new Text(branches, value, type);
        }

        @Override
        public String toString() {
            return Inlined.of(this);
        }
    }
}
