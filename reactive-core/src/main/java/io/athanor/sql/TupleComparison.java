package io.athanor.sql;

/** {@code (a, b) < (c, d)}. */
record TupleComparison(String operator, Tuple left, Tuple right) implements Predicate {
    @Override
    public Precedence precedence() {
        return Precedence.COMPARISON;
    }

    @Override
    public void render(SqlWriter out) {
        out.node(left).word(operator).node(right);
    }

    @Override
    public String toString() {
        return Inlined.of(this);
    }
}
