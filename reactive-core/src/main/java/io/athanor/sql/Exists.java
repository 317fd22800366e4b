package io.athanor.sql;

/** Whether a query returns any row. */
record Exists(Query<?> query) implements Predicate {
    @Override
    public void render(SqlWriter out) {
        out.word("exists (").node(query).word(")");
    }

    @Override
    public String toString() {
        return Inlined.of(this);
    }
}
