package io.athanor.sql;

import io.athanor.ConfigurationException;
import java.util.List;
import java.util.Objects;
import java.util.function.Function;

/**
 * Two queries joined by a set operation. Rows are read as the first reads them. Immutable.
 *
 * @param <R> what a row is read as
 */
public final class Compound<R> implements QueryExpression<R> {
    private final With with;
    private final QueryExpression<?> left;
    private final SetOperator operator;
    private final QueryExpression<?> right;
    private final Selection<R> selection;
    private final List<Ordering> order;
    private final Limit limit;

    private Compound(
            With with,
            QueryExpression<?> left,
            SetOperator operator,
            QueryExpression<?> right,
            Selection<R> selection,
            List<Ordering> order,
            Limit limit) {
        this.with = with;
        this.left = left;
        this.operator = operator;
        this.right = right;
        this.selection = selection;
        this.order = order;
        this.limit = limit;
    }

    static <R> Compound<R> of(QueryExpression<R> left, SetOperator operator, QueryExpression<?> right) {
        int first = left.selection().columns().size();
        int second = right.selection().columns().size();
        if (first != second) {
            throw new ConfigurationException("both sides of " + operator.words().strip() + " select as many columns; "
                    + first + " stand before it and " + second + " behind");
        }
        return new Compound<>(With.NOTHING, left, operator, right, left.selection(), List.of(), Limit.NONE);
    }

    /** The same with common table expressions before it. */
    public Compound<R> with(Cte<?>... ctes) {
        return new Compound<>(with.and(ctes), left, operator, right, selection, order, limit);
    }

    /** Orders all rows, by labels or columns of the first query. */
    public Compound<R> orderBy(Ordering... orderings) {
        List<Ordering> unqualified =
                List.of(orderings).stream().map(this::byName).toList();
        return new Compound<>(with, left, operator, right, selection, Clauses.plus(order, unqualified), limit);
    }

    Compound<R> withBefore(With outer) {
        With all = new With(Clauses.plus(outer.ctes(), with.ctes()));
        return new Compound<>(all, left, operator, right, selection, order, limit);
    }

    /** How many rows it returns at most, and skips. */
    public Limit limited() {
        return limit;
    }

    /** At most this many rows. */
    public Compound<R> limit(long rows) {
        return new Compound<>(with, left, operator, right, selection, order, limit.rows(rows));
    }

    /** Without the first {@code rows} rows. */
    public Compound<R> offset(long rows) {
        return new Compound<>(with, left, operator, right, selection, order, limit.offset(rows));
    }

    /** The same rows, each read as what {@code mapper} makes of it. */
    public <S> Compound<S> map(Function<? super R, ? extends S> mapper) {
        return new Compound<>(with, left, operator, right, selection.map(mapper), order, limit);
    }

    @Override
    public <S> Compound<S> readAs(Selection<S> other) {
        return new Compound<>(with, left, operator, right, SameColumns.of(selection, other), order, limit);
    }

    /** The common table expressions before it. */
    public List<Cte<?>> ctes() {
        return with.ctes();
    }

    @Override
    public Selection<R> selection() {
        return selection;
    }

    @Override
    public void render(SqlWriter out) {
        render("(", out);
    }

    /** The same with what stands before a query that is not plain, up to its parenthesis, as a dialect has it. */
    public void render(String opening, SqlWriter out) {
        out.node(with);
        operand(left, true, opening, out);
        out.word(operator.words());
        operand(right, false, opening, out);
        if (!order.isEmpty()) {
            out.word(" order by ").list(order, ", ");
        }
        out.node(limit);
    }

    /** How the rows are put together. */
    public SetOperator operator() {
        return operator;
    }

    /** Whether one of the two queries has common table expressions of its own. */
    public boolean hasNestedWith() {
        return hasWith(left) || hasWith(right);
    }

    private static boolean hasWith(QueryExpression<?> query) {
        return query instanceof Compound<?> compound ? !compound.with.isNothing() : ((Select<?>) query).hasWith();
    }

    /** SQL evaluates from the left, and INTERSECT before the others: all else needs parentheses. */
    private void operand(QueryExpression<?> query, boolean first, String opening, SqlWriter out) {
        boolean plain = query instanceof Select<?> select ? !select.isOrderedOrLimited() : first && chains(query);
        if (plain) {
            out.node(query);
        } else {
            out.word(opening).node(query).word(")");
        }
    }

    private boolean chains(QueryExpression<?> query) {
        return query instanceof Compound<?> compound
                && compound.operator == operator
                && compound.order.isEmpty()
                && compound.limit.isNone()
                && compound.with.isNothing();
    }

    /** A set operation's rows belong to no table: its order names columns without one. */
    private Ordering byName(Ordering ordering) {
        Expression<?> key = ordering.expression();
        if (key instanceof Column<?> column) {
            return ordering.by(selected(column.name(), new NamedColumn<>(column.name(), column.type())));
        }
        return key instanceof Label<?> label ? ordering.by(selected(label.name(), Labels.reference(label))) : ordering;
    }

    private Expression<?> selected(String name, Expression<?> reference) {
        List<String> names = selection.columns().stream()
                .map(Sources::nameOf)
                .filter(Objects::nonNull)
                .toList();
        if (!names.contains(name)) {
            throw new ConfigurationException("a set operation is ordered by what its first query selects, which is "
                    + names + ", not by " + name);
        }
        return reference;
    }

    @Override
    public String toString() {
        return Inlined.of(this);
    }

    /** How the rows of two queries are put together. */
    public enum SetOperator {
        UNION(" union "),
        UNION_ALL(" union all "),
        INTERSECT(" intersect "),
        INTERSECT_ALL(" intersect all "),
        EXCEPT(" except "),
        EXCEPT_ALL(" except all ");

        private final String words;

        SetOperator(String words) {
            this.words = words;
        }

        String words() {
            return words;
        }
    }
}
