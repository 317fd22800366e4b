package io.athanor.sql;

import org.jspecify.annotations.Nullable;

/**
 * One operator in use: what it is in SQL, and its value in the first row of the users.
 *
 * @param operator which
 * @param expression in use
 * @param standard in standard SQL
 * @param postgres on PostgreSQL, null if that is the same
 * @param h2 on H2, null if that is the same
 * @param value what databases answer
 */
record OperatorExample(
        Operator operator,
        Expression<?> expression,
        String standard,
        @Nullable String postgres,
        @Nullable String h2,
        @Nullable Object value) {

    static OperatorExample of(Operator operator, Expression<?> expression, String standard, @Nullable Object value) {
        return new OperatorExample(operator, expression, standard, null, null, value);
    }

    OperatorExample postgres(String sql) {
        return new OperatorExample(operator, expression, standard, sql, h2, value);
    }

    OperatorExample h2(String sql) {
        return new OperatorExample(operator, expression, standard, postgres, sql, value);
    }

    @Override
    public String toString() {
        return operator + ": " + standard;
    }
}
