package io.athanor.orm.load;

import io.athanor.sql.Expression;
import io.athanor.sql.RowReader;
import io.athanor.sql.Selection;
import java.util.List;

/**
 * The first step of reading: entities are taken into the session, and the rest of a row is kept. For one execution.
 *
 * @param selection what was selected
 * @param entities the entities in it
 * @param reader takes them in
 * @param traces collects what they lead to
 */
record RowItems(Selection<?> selection, List<EntityPart> entities, EntityReader reader, Traces traces)
        implements Selection<RowItem> {
    RowItems(Selection<?> selection, List<EntityPart> entities, EntityReader reader) {
        this(selection, entities, reader, new Traces());
    }

    @Override
    public List<? extends Expression<?>> columns() {
        return selection.columns();
    }

    @Override
    public RowItem read(RowReader row, int first) {
        traces.take();
        EntityReader here = reader.at(row, traces);
        if (entities.get(0).selection() == selection) {
            Object entity = selection.read(here, first);
            return new RowItem(entity, entity, traces.take());
        }
        KeptRow kept = KeptRow.of(here, columns(), entities);
        return new RowItem(kept, kept.at(entities.get(0).position()), traces.take());
    }
}
