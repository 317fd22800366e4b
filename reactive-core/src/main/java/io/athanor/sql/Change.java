package io.athanor.sql;

import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;

/** A statement that changes rows and reports how many. */
public sealed interface Change extends Statement permits Insert, Update, Delete, RawStatement {
    /** The change as a query for values of the rows it changed: as they are then, for a DELETE as they were. */
    default <R> Returning<R> returning(Selection<R> selection) {
        return new Returning<>(this, selection);
    }

    /** The change as a query for values of the rows it changed. */
    default Returning<Row> returning(Selection<?> first, Selection<?> second, Selection<?>... more) {
        List<Selection<?>> all = new ArrayList<>(List.of(first, second));
        all.addAll(Arrays.asList(more));
        return returning(Row.of(all));
    }
}
