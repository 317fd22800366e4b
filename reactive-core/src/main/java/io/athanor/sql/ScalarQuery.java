package io.athanor.sql;

import io.athanor.ConfigurationException;
import io.athanor.types.SqlType;

/** A query of one expression as a value; NULL if it returns no row, an error of the database if it returns several. */
record ScalarQuery<T>(Query<T> query, SqlType<T> type) implements Expression<T> {
    static <T> ScalarQuery<T> of(Query<T> query) {
        if (query.selection() instanceof Expression<T> expression) {
            return new ScalarQuery<>(query, expression.type());
        }
        throw new ConfigurationException("a scalar query selects one expression, not mapped: " + query);
    }

    @Override
    public void render(SqlWriter out) {
        out.word("(").node(query).word(")");
    }

    @Override
    public String toString() {
        return Inlined.of(this);
    }
}
