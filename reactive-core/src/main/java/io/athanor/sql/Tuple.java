package io.athanor.sql;

import io.athanor.ConfigurationException;
import java.util.Collection;
import java.util.List;

/**
 * Several expressions compared as one: {@code (a, b) in ((1, 'x'), (2, 'y'))}. Made by {@link Sql#tuple}. Immutable.
 *
 * @param parts the expressions
 */
public record Tuple(List<Expression<?>> parts) implements SqlNode {
    /** {@code (a, b) in (select …)}. */
    public Predicate in(Query<?> query) {
        return new InQuery(parts, query, false);
    }

    /** {@code (a, b) not in (select …)}: never true if the query returns a NULL. */
    public Predicate notIn(Query<?> query) {
        return new InQuery(parts, query, true);
    }

    /** {@code (a, b) in ((…), (…))}; each inner list has a value for each part. False if there are none. */
    public Predicate in(Collection<? extends List<?>> rows) {
        return new TupleInList(this, rows.stream().map(this::values).toList(), false);
    }

    /** {@code (a, b) not in ((…), (…))}; true if there are none. */
    public Predicate notIn(Collection<? extends List<?>> rows) {
        return new TupleInList(this, rows.stream().map(this::values).toList(), true);
    }

    /** {@code (a, b) = (c, d)}. */
    public Predicate eq(Tuple other) {
        return comparison(" = ", other);
    }

    /** {@code (a, b) <> (c, d)}. */
    public Predicate ne(Tuple other) {
        return comparison(" <> ", other);
    }

    /** {@code (a, b) < (c, d)}: by the first parts that differ. */
    public Predicate lt(Tuple other) {
        return comparison(" < ", other);
    }

    /** {@code (a, b) <= (c, d)}: by the first parts that differ. */
    public Predicate le(Tuple other) {
        return comparison(" <= ", other);
    }

    /** {@code (a, b) > (c, d)}: by the first parts that differ. */
    public Predicate gt(Tuple other) {
        return comparison(" > ", other);
    }

    /** {@code (a, b) >= (c, d)}: by the first parts that differ. */
    public Predicate ge(Tuple other) {
        return comparison(" >= ", other);
    }

    @Override
    public void render(SqlWriter out) {
        out.word("(").list(parts, ", ").word(")");
    }

    private Predicate comparison(String operator, Tuple other) {
        requireSize(other.parts.size());
        return new TupleComparison(operator, this, other);
    }

    private Tuple values(List<?> values) {
        requireSize(values.size());
        Expression<?>[] row = new Expression<?>[values.size()];
        for (int i = 0; i < row.length; i++) {
            row[i] = value(parts.get(i), values.get(i));
        }
        return new Tuple(List.of(row));
    }

    private static <T> Param<T> value(Expression<T> part, Object value) {
        Class<T> wanted = part.type().javaType();
        if (!wanted.isInstance(value)) {
            throw new ConfigurationException(part + " is compared with " + wanted.getName() + ", not with "
                    + (value == null ? "null" : value.getClass().getName()));
        }
        return Param.of(wanted.cast(value), part.type());
    }

    private void requireSize(int size) {
        if (size != parts.size()) {
            throw new ConfigurationException("a tuple of " + parts.size() + " is compared with one of " + size);
        }
    }

    @Override
    public String toString() {
        return Inlined.of(this);
    }
}
