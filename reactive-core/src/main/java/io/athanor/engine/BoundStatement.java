package io.athanor.engine;

import java.util.List;

/**
 * What a driver takes: text and, for each of its markers, a value the driver can bind. A null is an
 * {@link io.r2dbc.spi.Parameters#in(Class) io.r2dbc.spi.Parameter} of its type.
 *
 * @param sql the statement
 * @param values one for each marker, in their order
 */
record BoundStatement(String sql, List<Object> values) {
    static BoundStatement of(String sql, Object... values) {
        return new BoundStatement(sql, List.of(values));
    }

    /** The text only: values never reach a log. */
    @Override
    public String toString() {
        return sql;
    }
}
