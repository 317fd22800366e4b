package io.athanor.sql;

import io.athanor.ConfigurationException;
import java.util.List;

/** {@code left in (select …)}, of one expression or a tuple. */
record InQuery(List<? extends Expression<?>> left, Query<?> query, boolean negated) implements Predicate {
    InQuery {
        int selected = query.selection().columns().size();
        if (selected != left.size()) {
            throw new ConfigurationException("IN compares " + left.size() + " with a query of " + selected
                    + " columns; select as many: " + query);
        }
    }

    @Override
    public Precedence precedence() {
        return Precedence.COMPARISON;
    }

    @Override
    public void render(SqlWriter out) {
        if (left.size() == 1) {
            out.rightOperand(left.get(0), Precedence.COMPARISON);
        } else {
            out.word("(").list(left, ", ").word(")");
        }
        out.word(negated ? " not in (" : " in (").node(query).word(")");
    }

    @Override
    public String toString() {
        return Inlined.of(this);
    }
}
