package io.athanor.compile;

/**
 * What a driver takes: text, and a value for each of its markers.
 *
 * @param sql the text
 * @param values the values by position, as the driver wants them; a typed {@link io.r2dbc.spi.Parameter} for NULL
 */
@SuppressWarnings("ArrayRecordComponent") // confined: made for one execution, never compared
public record BoundStatement(String sql, Object[] values) {
    /** The text: values are not for messages. */
    @Override
    public String toString() {
        return sql;
    }
}
