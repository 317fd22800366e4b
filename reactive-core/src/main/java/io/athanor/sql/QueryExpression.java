package io.athanor.sql;

import io.athanor.sql.Compound.SetOperator;

/**
 * A query that can stand inside another statement: a SELECT, or several joined by set operations.
 *
 * @param <R> what a row is read as
 */
public sealed interface QueryExpression<R> extends Query<R> permits Select, Compound {
    @Override
    <S> QueryExpression<S> readAs(Selection<S> other);

    /** The rows of both, each once. */
    default Compound<R> union(QueryExpression<?> other) {
        return Compound.of(this, SetOperator.UNION, other);
    }

    /** The rows of both. */
    default Compound<R> unionAll(QueryExpression<?> other) {
        return Compound.of(this, SetOperator.UNION_ALL, other);
    }

    /** The rows that are in both, each once. */
    default Compound<R> intersect(QueryExpression<?> other) {
        return Compound.of(this, SetOperator.INTERSECT, other);
    }

    /** The rows that are in both, as often as in the one that has fewer. */
    default Compound<R> intersectAll(QueryExpression<?> other) {
        return Compound.of(this, SetOperator.INTERSECT_ALL, other);
    }

    /** The rows of this that are not in the other, each once. */
    default Compound<R> except(QueryExpression<?> other) {
        return Compound.of(this, SetOperator.EXCEPT, other);
    }

    /** The rows of this, less those of the other. */
    default Compound<R> exceptAll(QueryExpression<?> other) {
        return Compound.of(this, SetOperator.EXCEPT_ALL, other);
    }

    /** This query as something to select from: {@code (select …) "alias"}. All it selects needs a name. */
    default Source<R> as(String alias) {
        return new Derived<>(this, alias, false);
    }

    /** This query to be joined, and run for each row of what stands before it: {@code lateral (select …) "alias"}. */
    default Source<R> asLateral(String alias) {
        return new Derived<>(this, alias, true);
    }
}
