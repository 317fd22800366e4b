package io.athanor.orm.load;

import io.athanor.orm.mapping.EntityTable;
import io.athanor.orm.mapping.Loaded;
import io.athanor.orm.mapping.RelationshipLoad;
import io.athanor.sql.Expression;
import io.athanor.sql.Selection;
import io.athanor.sql.Source;
import java.util.ArrayList;
import java.util.List;

/**
 * An entity among what a query selects.
 *
 * @param selection an {@link EntityTable} or a {@link Loaded}
 * @param position of its first column
 * @param width how many columns it has
 * @param isInside whether it is selected from a query inside the query
 */
record EntityPart(Selection<?> selection, int position, int width, boolean isInside) {
    /** All in a selection, however deep. */
    static List<EntityPart> in(Selection<?> selection) {
        List<EntityPart> parts = new ArrayList<>();
        collect(selection, 0, false, parts);
        return List.copyOf(parts);
    }

    private static int collect(Selection<?> selection, int first, boolean isInside, List<EntityPart> parts) {
        if (selection instanceof Expression<?>) {
            return first + 1;
        }
        int end = first + selection.columns().size();
        if (selection instanceof EntityTable<?, ?, ?> || selection instanceof Loaded<?>) {
            parts.add(new EntityPart(selection, first, end - first, isInside));
            return end;
        }
        int next = first;
        for (Selection<?> part : selection.parts()) {
            next = collect(part, next, isInside || selection instanceof Source<?>, parts);
        }
        return end;
    }

    /** What is loaded along with it. */
    List<RelationshipLoad<?, ?, ?>> loads() {
        return selection instanceof Loaded<?> loaded ? loaded.loads() : List.of();
    }
}
