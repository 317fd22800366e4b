package io.athanor.orm.load;

import io.athanor.sql.Expression;
import io.athanor.sql.RowReader;
import io.athanor.sql.Selection;
import java.util.List;
import java.util.function.Consumer;
import org.jspecify.annotations.Nullable;

/**
 * A selection whose entities are those of a session. For one execution.
 *
 * @param traces is told what the rows lead to; null if that is nothing
 */
record Through<R>(Selection<R> selection, EntityReader reader, @Nullable Consumer<? super Trace> traces)
        implements Selection<R> {
    @Override
    public List<? extends Expression<?>> columns() {
        return selection.columns();
    }

    @Override
    public @Nullable R read(RowReader row, int first) {
        return selection.read(reader.at(row, traces), first);
    }
}
