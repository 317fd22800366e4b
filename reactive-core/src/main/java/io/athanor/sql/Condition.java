package io.athanor.sql;

/**
 * A boolean expression used as a condition. Databases without a boolean type compare it with a number.
 *
 * @param expression a boolean column, parameter, function or scalar query
 */
public record Condition(Expression<Boolean> expression) implements Predicate {
    @Override
    public Precedence precedence() {
        return expression.precedence();
    }

    @Override
    public void render(SqlWriter out) {
        out.node(expression);
    }

    @Override
    public String toString() {
        return Inlined.of(this);
    }
}
