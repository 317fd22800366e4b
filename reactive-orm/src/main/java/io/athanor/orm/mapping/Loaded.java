package io.athanor.orm.mapping;

import io.athanor.sql.Expression;
import io.athanor.sql.RowReader;
import io.athanor.sql.Selection;
import java.util.ArrayList;
import java.util.List;
import org.jspecify.annotations.Nullable;

/**
 * An entity selected together with relationships. Those that are joined add their target's columns to it, in the order in
 * which they are named, depth first; the session adds the joins.
 *
 * @param table the entity's table
 * @param loads what to load along
 */
public record Loaded<E>(EntityTable<E, ?, ?> table, List<Load<? super E>> loads) implements Selection<E> {
    @Override
    public List<? extends Expression<?>> columns() {
        List<Expression<?>> columns = new ArrayList<>(table.columns());
        loads.forEach(load -> columns.addAll(load.joinedColumns()));
        return List.copyOf(columns);
    }

    @Override
    public @Nullable E read(RowReader row, int first) {
        if (row instanceof EntityRow entities) {
            return entities.entity(this, first);
        }
        throw new IllegalStateException("relationships are loaded by a session; run the query there, or select "
                + table.alias() + " without with(...)");
    }
}
