package io.athanor.sql;

import io.athanor.types.SqlType;
import java.util.List;
import org.jspecify.annotations.Nullable;

/**
 * A call of an aggregate or window function, as data.
 *
 * @param operator the function
 * @param arguments its arguments
 * @param type the type of its value
 * @param distinct whether equal arguments count once
 * @param order the order in which rows are taken; empty for any
 * @param withinGroup whether {@code order} stands in WITHIN GROUP, not among the arguments
 * @param filter which rows are taken; null for all
 */
public record AggregateCall(
        Operator operator,
        List<Expression<?>> arguments,
        SqlType<?> type,
        boolean distinct,
        List<Ordering> order,
        boolean withinGroup,
        @Nullable Predicate filter)
        implements SqlNode {

    static AggregateCall of(Operator operator, SqlType<?> type, Expression<?>... arguments) {
        return new AggregateCall(operator, List.of(arguments), type, false, List.of(), false, null);
    }

    AggregateCall asDistinct() {
        return new AggregateCall(operator, arguments, type, true, order, withinGroup, filter);
    }

    AggregateCall filteredBy(Predicate condition) {
        Predicate both = filter == null ? condition : filter.and(condition);
        return new AggregateCall(operator, arguments, type, distinct, order, withinGroup, both);
    }

    AggregateCall orderedBy(List<Ordering> orderings) {
        return new AggregateCall(
                operator, arguments, type, distinct, Clauses.plus(order, orderings), withinGroup, filter);
    }

    /** The same with its order in WITHIN GROUP. */
    public AggregateCall inGroup() {
        return new AggregateCall(operator, arguments, type, distinct, order, true, filter);
    }

    /** The same with its order among the arguments. */
    public AggregateCall inArguments() {
        return new AggregateCall(operator, arguments, type, distinct, order, false, filter);
    }

    @Override
    public void render(SqlWriter out) {
        out.node(Op.of(operator, type, decorated()));
        if (withinGroup && !order.isEmpty()) {
            out.word(" within group (order by ").list(order, ", ").word(")");
        }
        if (filter != null) {
            out.word(" filter (where ").node(filter).word(")");
        }
    }

    private Expression<?>[] decorated() {
        Expression<?>[] all = arguments.toArray(Expression<?>[]::new);
        if (all.length == 0) {
            return all;
        }
        if (distinct) {
            all[0] = new AggregateArgument<>(all[0], true, List.of());
        }
        if (!withinGroup && !order.isEmpty()) {
            int last = all.length - 1;
            all[last] = new AggregateArgument<>(all[last], false, order);
        }
        return all;
    }

    @Override
    public String toString() {
        return Inlined.of(this);
    }
}
