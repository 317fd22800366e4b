package io.athanor.sql;

import java.util.List;

/**
 * Several groupings in one pass.
 *
 * @param kind which sets are meant
 * @param sets the sets; for ROLLUP and CUBE, each an element
 */
public record GroupingSets(Kind kind, List<List<Expression<?>>> sets) implements GroupingElement {
    /** Which sets of grouping keys are meant. */
    public enum Kind {
        /** (a, b), (a), (). */
        ROLLUP("rollup ("),
        /** Every subset. */
        CUBE("cube ("),
        /** Just those named. */
        SETS("grouping sets (");

        private final String opening;

        Kind(String opening) {
            this.opening = opening;
        }
    }

    @Override
    public void render(SqlWriter out) {
        out.word(kind.opening);
        for (int i = 0; i < sets.size(); i++) {
            List<Expression<?>> set = sets.get(i);
            out.word(i > 0 ? ", " : "");
            if (kind != Kind.SETS && set.size() == 1) {
                out.node(set.get(0));
            } else {
                out.word("(").list(set, ", ").word(")");
            }
        }
        out.word(")");
    }

    @Override
    public String toString() {
        return Inlined.of(this);
    }
}
