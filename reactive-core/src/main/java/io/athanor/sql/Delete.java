package io.athanor.sql;

import java.util.List;

/**
 * A DELETE. Immutable. Without {@link #where} it deletes every row.
 *
 * <pre>{@code
 * deleteFrom(ORDERS).using(USERS).where(USERS.id.eq(ORDERS.userId).and(USERS.age.lt(18)))
 * }</pre>
 *
 * @param with common table expressions before it
 * @param table what is deleted from
 * @param using sources that conditions may refer to
 * @param where which rows: all conditions hold
 */
public record Delete(With with, TypedTable<?> table, List<Source<?>> using, List<Predicate> where) implements Change {
    static Delete from(TypedTable<?> table) {
        return new Delete(With.NOTHING, table, List.of(), List.of());
    }

    /** The same with common table expressions before it. */
    public Delete with(Cte<?>... ctes) {
        return new Delete(with.and(ctes), table, using, where);
    }

    /** Sources that conditions may refer to; connect them by {@link #where}. */
    public Delete using(Source<?>... sources) {
        return new Delete(with, table, Clauses.plus(using, List.of(sources)), where);
    }

    /** Adds a condition; several are joined by AND. */
    public Delete where(Predicate condition) {
        return new Delete(with, table, using, Clauses.plus(where, List.of(condition)));
    }

    /** The conditions of WHERE as one. */
    public Predicate condition() {
        return Junction.of(true, where);
    }

    @Override
    public void render(SqlWriter out) {
        out.node(with).word("delete from ").node(table);
        if (!using.isEmpty()) {
            out.word(" using ").list(using, ", ");
        }
        Clauses.where(where, " where ", out);
    }

    @Override
    public String toString() {
        return Inlined.of(this);
    }
}
