package io.athanor.orm.load;

import io.athanor.sql.Expression;
import io.athanor.sql.RowReader;
import io.athanor.sql.Selection;
import java.util.List;
import org.jspecify.annotations.Nullable;

/**
 * Columns that nobody reads here: of a subquery, or of a statement that will be read as something else.
 *
 * @param columns the columns
 */
record Columns(List<? extends Expression<?>> columns) implements Selection<Object> {
    @Override
    public @Nullable Object read(RowReader row, int first) {
        throw new IllegalStateException("these columns are read by another selection");
    }
}
