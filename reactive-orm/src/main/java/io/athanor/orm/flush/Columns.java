package io.athanor.orm.flush;

import io.athanor.sql.Column;
import io.athanor.sql.RowReader;
import io.athanor.sql.Selection;
import java.util.ArrayList;
import java.util.Collections;
import java.util.List;
import org.jspecify.annotations.Nullable;

/**
 * Columns whose values are read as a list.
 *
 * @param columns the columns
 */
record Columns(List<Column<?>> columns) implements Selection<List<@Nullable Object>> {
    @Override
    public List<@Nullable Object> read(RowReader row, int first) {
        List<@Nullable Object> values = new ArrayList<>(columns.size());
        for (int i = 0; i < columns.size(); i++) {
            values.add(row.value(first + i, columns.get(i).type()));
        }
        return Collections.unmodifiableList(values);
    }
}
