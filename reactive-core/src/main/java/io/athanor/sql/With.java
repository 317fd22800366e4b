package io.athanor.sql;

import java.util.List;

/**
 * The common table expressions of a statement.
 *
 * @param ctes in order: each may use those before it
 */
public record With(List<Cte<?>> ctes) implements SqlNode {
    static final With NOTHING = new With(List.of());

    With and(Cte<?>... more) {
        return new With(Clauses.plus(ctes, List.of(more)));
    }

    /** Whether there are none. */
    public boolean isNothing() {
        return ctes.isEmpty();
    }

    private boolean isRecursive() {
        for (Cte<?> cte : ctes) {
            if (cte.isRecursive()) {
                return true;
            }
        }
        return false;
    }

    @Override
    public void render(SqlWriter out) {
        if (ctes.isEmpty()) {
            return;
        }
        out.word(isRecursive() ? "with recursive " : "with ");
        for (int i = 0; i < ctes.size(); i++) {
            out.word(i > 0 ? ", " : "");
            ctes.get(i).declare(out);
        }
        out.word(" ");
    }

    @Override
    public String toString() {
        return Inlined.of(this);
    }
}
