package io.athanor.sql;

import io.athanor.types.SqlType;

/** {@code any (…)} or {@code all (…)} of a query or an array: the right side of a comparison. */
record Quantified<T>(String quantifier, SqlNode operand, SqlType<T> type) implements Expression<T> {
    @Override
    public void render(SqlWriter out) {
        out.word(quantifier).node(operand).word(")");
    }

    @Override
    public String toString() {
        return Inlined.of(this);
    }
}
