package io.athanor.sql;

import io.athanor.dialect.Feature;
import org.jspecify.annotations.Nullable;

/**
 * One operator in use: what it is in SQL, and its value in the first row of the users.
 *
 * @param operator which
 * @param expression in use
 * @param standard in standard SQL
 * @param postgres on PostgreSQL, null if that is the same
 * @param h2 on H2, null if that is the same
 * @param sqlite on SQLite, null if that is the same
 * @param value what databases answer
 * @param needs what only some databases can do; null if all can
 */
record OperatorExample(
        Operator operator,
        Expression<?> expression,
        String standard,
        @Nullable String postgres,
        @Nullable String h2,
        @Nullable String sqlite,
        @Nullable Object value,
        @Nullable Feature needs) {

    static OperatorExample of(Operator operator, Expression<?> expression, String standard, @Nullable Object value) {
        return new OperatorExample(operator, expression, standard, null, null, null, value, null);
    }

    OperatorExample postgres(String sql) {
        return new OperatorExample(operator, expression, standard, sql, h2, sqlite, value, needs);
    }

    OperatorExample h2(String sql) {
        return new OperatorExample(operator, expression, standard, postgres, sql, sqlite, value, needs);
    }

    OperatorExample sqlite(String sql) {
        return new OperatorExample(operator, expression, standard, postgres, h2, sql, value, needs);
    }

    OperatorExample needing(Feature feature) {
        return new OperatorExample(operator, expression, standard, postgres, h2, sqlite, value, feature);
    }

    @Override
    public String toString() {
        return operator + ": " + standard;
    }
}
