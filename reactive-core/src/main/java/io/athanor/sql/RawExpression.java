package io.athanor.sql;

import io.athanor.types.SqlType;
import java.util.List;
import java.util.function.Consumer;

/** An expression whose text somebody else writes. */
record RawExpression<T>(SqlType<T> type, Precedence precedence, Consumer<SqlWriter> writer) implements Expression<T> {
    static <T> RawExpression<T> of(
            String spelling, Precedence precedence, SqlType<T> type, Expression<?>... arguments) {
        Operator.Template template = Operator.Template.parse(spelling);
        List<Expression<?>> values = List.of(arguments);
        if (template.arity() > values.size()) {
            throw new io.athanor.ConfigurationException(
                    "\"" + spelling + "\" names " + template.arity() + " arguments, given are " + values.size());
        }
        return new RawExpression<>(type, precedence, out -> template.render(values, precedence, out));
    }

    @Override
    public void render(SqlWriter out) {
        writer.accept(out);
    }

    @Override
    public String toString() {
        return Inlined.of(this);
    }
}
