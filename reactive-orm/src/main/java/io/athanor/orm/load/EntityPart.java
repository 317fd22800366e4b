package io.athanor.orm.load;

import io.athanor.orm.mapping.EntityTable;
import io.athanor.orm.mapping.Loaded;
import io.athanor.orm.mapping.Portion;
import io.athanor.orm.mapping.RelationshipLoad;
import io.athanor.sql.Expression;
import io.athanor.sql.Query;
import io.athanor.sql.Select;
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
 * @param entity what a session reads of it, which may be less or more than what is selected
 */
record EntityPart(Selection<?> selection, int position, int width, boolean isInside, EntitySelection<?> entity) {
    /** All that a query selects, however deep. */
    static List<EntityPart> in(Query<?> query, Shapes shapes) {
        List<EntityPart> parts = new ArrayList<>();
        boolean isFixed = !(query instanceof Select<?>);
        collect(
                query.selection(),
                0,
                false,
                (selection, isInside) -> isFixed || isInside ? fixed(selection, shapes) : chosen(selection, shapes),
                parts);
        return List.copyOf(parts);
    }

    /** What a session reads of it. */
    private interface Reads {
        EntitySelection<?> of(Selection<?> selection, boolean isInside);
    }

    private static EntitySelection<?> fixed(Selection<?> selection, Shapes shapes) {
        return selection instanceof EntityTable<?, ?, ?> table
                ? shapes.asItIs(all(table))
                : shapes.asItIs((Loaded<?>) selection);
    }

    private static EntitySelection<?> chosen(Selection<?> selection, Shapes shapes) {
        return selection instanceof EntityTable<?, ?, ?> table
                ? shapes.selection(table, List.of())
                : shapes.selection((Loaded<?>) selection);
    }

    private static <E> Loaded<E> all(EntityTable<E, ?, ?> table) {
        return new Loaded<>(table, Portion.ALL, List.of(), List.of());
    }

    /** The columns of a statement in which {@code parts} of {@code selection} are read as a session reads them. */
    static List<Expression<?>> columns(Selection<?> selection, List<EntityPart> parts) {
        List<Expression<?>> columns = new ArrayList<>();
        List<? extends Expression<?>> selected = selection.columns();
        int next = 0;
        for (EntityPart part : parts) {
            columns.addAll(selected.subList(next, part.position()));
            columns.addAll(
                    part.isInside()
                            ? selected.subList(part.position(), part.end())
                            : part.entity().columns());
            next = part.end();
        }
        columns.addAll(selected.subList(next, selected.size()));
        return columns;
    }

    int end() {
        return position + width;
    }

    private static int collect(
            Selection<?> selection, int first, boolean isInside, Reads reads, List<EntityPart> parts) {
        if (selection instanceof Expression<?>) {
            return first + 1;
        }
        int end = first + selection.columns().size();
        if (selection instanceof EntityTable<?, ?, ?> || selection instanceof Loaded<?>) {
            parts.add(new EntityPart(selection, first, end - first, isInside, reads.of(selection, isInside)));
            return end;
        }
        int next = first;
        for (Selection<?> part : selection.parts()) {
            next = collect(part, next, isInside || selection instanceof Source<?>, reads, parts);
        }
        return end;
    }

    /** What is loaded along with it. */
    List<RelationshipLoad<?, ?, ?>> loads() {
        return entity.loads();
    }
}
