package io.athanor.sql;

import io.athanor.ConfigurationException;
import io.athanor.types.SqlType;
import java.util.List;

/** SQL of one's own around expressions. */
record RawExpression<T>(
        Operator.Template template, Precedence precedence, SqlType<T> type, List<Expression<?>> arguments)
        implements Expression<T> {
    static <T> RawExpression<T> of(
            String spelling, Precedence precedence, SqlType<T> type, Expression<?>... arguments) {
        Operator.Template template = Operator.Template.parse(spelling);
        List<Expression<?>> values = List.of(arguments);
        if (template.arity() > values.size()) {
            throw new ConfigurationException(
                    "\"" + spelling + "\" names " + template.arity() + " arguments, given are " + values.size());
        }
        return new RawExpression<>(template, precedence, type, values);
    }

    @Override
    public void render(SqlWriter out) {
        template.render(arguments, precedence, out);
    }

    @Override
    public String toString() {
        return Inlined.of(this);
    }
}
