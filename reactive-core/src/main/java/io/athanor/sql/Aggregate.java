package io.athanor.sql;

import io.athanor.types.NumberType;
import io.athanor.types.SqlType;
import java.util.List;

/**
 * An aggregate function over the rows of a group, or of a window once {@code over} is said.
 *
 * <pre>{@code
 * count(ORDERS.userId).distinct().filter(ORDERS.status.eq(PAID))
 * }</pre>
 *
 * @param <T> the Java type of the value
 */
public sealed interface Aggregate<T> extends Expression<T> {
    /** The call as data. */
    AggregateCall call();

    /** Of distinct arguments only. */
    Aggregate<T> distinct();

    /** Of the rows that meet {@code condition} only: {@code … filter (where condition)}. */
    Aggregate<T> filter(Predicate condition);

    /** Taking the rows in this order: for aggregates whose result depends on it. */
    Aggregate<T> orderBy(Ordering... orderings);

    /** As a window function: one value for each row. */
    Expression<T> over(Window window);

    @Override
    default void render(SqlWriter out) {
        out.node(call());
    }

    /** Of any type. */
    record Any<T>(AggregateCall call, SqlType<T> type) implements Aggregate<T> {
        @Override
        public Any<T> distinct() {
            return new Any<>(call.asDistinct(), type);
        }

        @Override
        public Any<T> filter(Predicate condition) {
            return new Any<>(call.filteredBy(condition), type);
        }

        @Override
        public Any<T> orderBy(Ordering... orderings) {
            return new Any<>(call.orderedBy(List.of(orderings)), type);
        }

        @Override
        public Expression<T> over(Window window) {
            return new Over.Any<>(call, window, type);
        }

        @Override
        public String toString() {
            return Inlined.of(this);
        }
    }

    /** A number. */
    record Num<N extends Number>(AggregateCall call, NumberType<N> type) implements Aggregate<N>, NumberExpression<N> {
        @Override
        public Num<N> distinct() {
            return new Num<>(call.asDistinct(), type);
        }

        @Override
        public Num<N> filter(Predicate condition) {
            return new Num<>(call.filteredBy(condition), type);
        }

        @Override
        public Num<N> orderBy(Ordering... orderings) {
            return new Num<>(call.orderedBy(List.of(orderings)), type);
        }

        @Override
        public NumberExpression<N> over(Window window) {
            return new Over.Num<>(call, window, type);
        }

        @Override
        public String toString() {
            return Inlined.of(this);
        }
    }

    /** Text. */
    record Text(AggregateCall call, SqlType<String> type) implements Aggregate<String>, TextExpression {
        @Override
        public Text distinct() {
            return new Text(call.asDistinct(), type);
        }

        @Override
        public Text filter(Predicate condition) {
            return new Text(call.filteredBy(condition), type);
        }

        @Override
        public Text orderBy(Ordering... orderings) {
            return new Text(call.orderedBy(List.of(orderings)), type);
        }

        @Override
        public TextExpression over(Window window) {
            return new Over.Text(call, window, type);
        }

        @Override
        public String toString() {
            return Inlined.of(this);
        }
    }
}
