package io.athanor.orm.load;

import io.athanor.sql.Expression;
import io.athanor.sql.RowReader;
import io.athanor.sql.Selection;
import java.util.ArrayList;
import java.util.List;
import java.util.Objects;

/**
 * A key that is read as the list of its values.
 *
 * @param columns the columns of the key
 */
record KeyRow(List<Expression<?>> columns) implements Selection<List<Object>> {
    @Override
    public List<Object> read(RowReader row, int first) {
        List<Object> key = new ArrayList<>(columns.size());
        for (int i = 0; i < columns.size(); i++) {
            Object part = row.value(first + i, columns.get(i).type());
            key.add(Objects.requireNonNull(part));
        }
        return List.copyOf(key);
    }
}
