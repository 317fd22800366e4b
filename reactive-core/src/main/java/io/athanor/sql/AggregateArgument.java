package io.athanor.sql;

import io.athanor.types.SqlType;
import java.util.List;

/** An argument of an aggregate with what stands beside it: {@code distinct x order by y}. */
record AggregateArgument<T>(Expression<T> expression, boolean distinct, List<Ordering> order) implements Expression<T> {
    @Override
    public SqlType<T> type() {
        return expression.type();
    }

    @Override
    public void render(SqlWriter out) {
        if (distinct) {
            out.word("distinct ");
        }
        out.node(expression);
        if (!order.isEmpty()) {
            out.word(" order by ").list(order, ", ");
        }
    }

    @Override
    public String toString() {
        return Inlined.of(this);
    }
}
