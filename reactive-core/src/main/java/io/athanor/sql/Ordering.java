package io.athanor.sql;

import org.jspecify.annotations.Nullable;

/**
 * A key of ORDER BY. Where NULLs go by default differs between databases: say it where it matters.
 *
 * @param expression what is ordered by
 * @param descending whether the largest comes first
 * @param nullsAhead whether NULLs come first; null to leave it to the database
 */
public record Ordering(Expression<?> expression, boolean descending, @Nullable Boolean nullsAhead) implements SqlNode {
    static Ordering of(Expression<?> expression, boolean descending) {
        return new Ordering(expression, descending, null);
    }

    /** The same key with NULLs before all else. */
    public Ordering nullsFirst() {
        return new Ordering(expression, descending, true);
    }

    /** The same key with NULLs after all else. */
    public Ordering nullsLast() {
        return new Ordering(expression, descending, false);
    }

    /** The same key, of another spelling of its expression. */
    Ordering by(Expression<?> spelling) {
        return new Ordering(spelling, descending, nullsAhead);
    }

    @Override
    public void render(SqlWriter out) {
        out.node(expression);
        if (descending) {
            out.word(" desc");
        }
        if (nullsAhead != null) {
            out.word(nullsAhead ? " nulls first" : " nulls last");
        }
    }

    @Override
    public String toString() {
        return Inlined.of(this);
    }
}
