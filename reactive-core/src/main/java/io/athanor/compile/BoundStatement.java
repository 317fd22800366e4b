package io.athanor.compile;

import java.util.List;

/**
 * What a driver takes: text, and a value for each of its markers.
 *
 * @param sql the text
 * @param values the values by position, as the driver wants them; a typed {@link io.r2dbc.spi.Parameter} for NULL
 * @param isOpenEnded whether it is a SELECT of the language's own without OFFSET, so that a driver may add one
 */
public record BoundStatement(String sql, List<Object> values, boolean isOpenEnded) {
    /** A statement that is taken as it is. */
    public BoundStatement(String sql, List<Object> values) {
        this(sql, values, false);
    }

    /** A statement with its values in the order of the markers. */
    public static BoundStatement of(String sql, Object... values) {
        return new BoundStatement(sql, List.of(values));
    }

    /** The same, open-ended. */
    public BoundStatement openEnded() {
        return new BoundStatement(sql, values, true);
    }

    /** The text: values are not for messages. */
    @Override
    public String toString() {
        return sql;
    }
}
