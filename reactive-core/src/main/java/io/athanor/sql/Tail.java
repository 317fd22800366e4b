package io.athanor.sql;

import java.util.List;
import org.jspecify.annotations.Nullable;

/** What stands at the end of a SELECT. */
record Tail(List<Ordering> order, Limit limit, @Nullable Lock lock) {
    static final Tail NOTHING = new Tail(List.of(), Limit.NONE, null);

    Tail orderBy(List<Ordering> more) {
        return new Tail(Clauses.plus(order, more), limit, lock);
    }

    Tail limit(Limit other) {
        return new Tail(order, other, lock);
    }

    Tail lock(Lock other) {
        return new Tail(order, limit, other);
    }

    boolean isNothing() {
        return order.isEmpty() && limit.isNone() && lock == null;
    }

    void render(Labels labels, SqlWriter out) {
        if (!order.isEmpty()) {
            out.word(" order by ").list(order.stream().map(labels::key).toList(), ", ");
        }
        if (!limit.isNone()) {
            out.node(limit);
        }
        if (lock != null) {
            out.node(lock);
        }
    }
}
