package io.athanor.orm.load;

import io.athanor.sql.Expression;
import io.athanor.sql.RowReader;
import io.athanor.sql.Selection;
import java.util.ArrayList;
import java.util.List;

/**
 * The first step of reading: entities are taken into the session, and the rest of a row is kept. For one execution.
 *
 * @param selection what was selected
 * @param entities the entities in it
 * @param reader takes them in
 */
record RowItems(Selection<?> selection, List<EntityPart> entities, EntityReader reader) implements Selection<RowItem> {
    @Override
    public List<? extends Expression<?>> columns() {
        return selection.columns();
    }

    @Override
    public RowItem read(RowReader row, int first) {
        List<Trace> traces = new ArrayList<>(2);
        EntityReader here = reader.at(row, traces::add);
        if (entities.get(0).selection() == selection) {
            Object entity = selection.read(here, first);
            return new RowItem(entity, entity, traces);
        }
        KeptRow kept = KeptRow.of(here, columns(), entities);
        return new RowItem(kept, kept.at(entities.get(0).position()), traces);
    }
}
