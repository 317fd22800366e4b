package io.athanor.sql;

/**
 * A statement that returns rows read as {@code R}.
 *
 * @param <R> what a row is read as
 */
public sealed interface Query<R> extends Statement permits QueryExpression, Returning, RawQuery {
    /** What is selected and how a row is read. */
    Selection<R> selection();
}
