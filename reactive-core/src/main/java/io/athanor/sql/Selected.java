package io.athanor.sql;

/**
 * A bound value that is selected as it is: nothing around it says its type, so that some dialects must.
 *
 * @param parameter the value
 */
public record Selected(Expression<?> parameter) implements SqlNode {
    /** {@code expression}, or this around it if it is no more than a bound value. */
    static SqlNode of(Expression<?> expression) {
        return expression.isParameter() ? new Selected(expression) : expression;
    }

    @Override
    public void render(SqlWriter out) {
        out.node(parameter);
    }

    @Override
    public String toString() {
        return Inlined.of(this);
    }
}
