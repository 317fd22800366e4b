package io.athanor.sql;

/**
 * A statement that returns rows read as {@code R}.
 *
 * @param <R> what a row is read as
 */
public sealed interface Query<R> extends Statement permits QueryExpression, Returning, RawQuery {
    /** What is selected and how a row is read. */
    Selection<R> selection();

    /**
     * The same statement, each row read by another selection, which takes as many columns: for who reads a row in a way of
     * their own, such as through a {@link RowReader} that knows more than the row.
     *
     * <pre>{@code
     * query.readAs(new Selection<R>() {
     *     public List<? extends Expression<?>> columns() { return query.selection().columns(); }
     *     public R read(RowReader row, int first) { return query.selection().read(knowing(row), first); }
     * })
     * }</pre>
     */
    <S> Query<S> readAs(Selection<S> selection);
}
