package io.athanor.orm.load;

import io.athanor.sql.Expression;
import io.athanor.sql.RowReader;
import io.athanor.sql.Selection;
import java.util.List;
import org.jspecify.annotations.Nullable;

/**
 * The first step of reading: entities are taken into the session, and the rest of a row is kept. For one execution.
 *
 * @param columns what the statement selects
 * @param selection what was to be selected
 * @param entities the entities in it
 * @param reader takes them in
 * @param traces collects what they lead to; null if that is nothing
 */
record RowItems(
        List<? extends Expression<?>> columns,
        Selection<?> selection,
        List<EntityPart> entities,
        EntityReader reader,
        @Nullable Traces traces)
        implements Selection<RowItem> {
    RowItems(Selection<?> selection, List<EntityPart> entities, EntityReader reader, @Nullable Traces traces) {
        this(EntityPart.columns(selection, entities), selection, entities, reader, traces);
    }

    /** The same read from other columns, which have the same values. */
    RowItems over(List<Expression<?>> others) {
        return new RowItems(others, selection, entities, reader, traces);
    }

    @Override
    public RowItem read(RowReader row, int first) {
        take();
        EntityReader here = reader.at(row, traces);
        if (entities.get(0).selection() == selection) {
            Object entity = here.entity(entities.get(0).entity(), first);
            return new RowItem(entity, entity, take());
        }
        KeptRow kept = KeptRow.of(here, selection.columns(), entities);
        return new RowItem(kept, kept.at(entities.get(0).position()), take());
    }

    private List<Trace> take() {
        return traces == null ? List.of() : traces.take();
    }
}
