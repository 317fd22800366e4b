package io.athanor.sql;

import io.athanor.types.SqlType;

/**
 * {@code any (…)} or {@code all (…)} of a query or an array: the right side of a comparison.
 *
 * @param quantifier the word, with its parenthesis
 * @param operand the query or the array
 * @param type the type of its rows or elements
 */
public record Quantified<T>(String quantifier, SqlNode operand, SqlType<T> type) implements Expression<T> {
    @Override
    public void render(SqlWriter out) {
        out.word(quantifier).node(operand).word(")");
    }

    @Override
    public String toString() {
        return Inlined.of(this);
    }
}
