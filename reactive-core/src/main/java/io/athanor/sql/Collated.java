package io.athanor.sql;

import io.athanor.types.SqlType;

/**
 * Text under a collation of the database.
 *
 * @param expression the text
 * @param collation the collation, by the database's own name
 */
public record Collated(Expression<String> expression, String collation) implements TextExpression {
    @Override
    public SqlType<String> type() {
        return expression.type();
    }

    @Override
    public void render(SqlWriter out) {
        out.operand(expression, Precedence.PRIMARY).word(" collate ").name(collation);
    }

    @Override
    public String toString() {
        return Inlined.of(this);
    }
}
