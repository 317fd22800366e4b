package io.athanor.sql;

/**
 * A batch that returns values of each inserted row, in the order of the input.
 *
 * @param batch what is inserted
 * @param selection what is returned of each row
 */
public record BatchReturning<S, R>(Batch<S> batch, Selection<R> selection) {
    /** The query for the rows of an INSERT that the batch made. */
    public Returning<R> of(Insert insert) {
        return insert.returning(selection);
    }
}
