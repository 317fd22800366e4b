package io.athanor.schema;

import io.athanor.sql.SqlWriter;

/**
 * How a column is computed: {@code generated always as (…)}.
 *
 * @param expression of other columns of its table
 */
public record ComputedColumn(Unqualified expression) implements SchemaNode {
    @Override
    public void render(SqlWriter out) {
        out.word("generated always as (").node(expression).word(")");
    }
}
