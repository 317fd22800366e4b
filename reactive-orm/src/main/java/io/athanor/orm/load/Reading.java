package io.athanor.orm.load;

import io.athanor.ConfigurationException;
import io.athanor.ResultException;
import io.athanor.orm.mapping.Load.Strategy;
import io.athanor.orm.mapping.Loaded;
import io.athanor.orm.mapping.MappedColumn;
import io.athanor.orm.mapping.RelationshipLoad;
import io.athanor.sql.Delete;
import io.athanor.sql.Expression;
import io.athanor.sql.Query;
import io.athanor.sql.Returning;
import io.athanor.sql.Select;
import io.athanor.sql.Selection;
import io.athanor.sql.Source;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import org.jspecify.annotations.Nullable;

/** How a query of entities is run in a session: the statement, and how its rows are read in two steps. Immutable. */
final class Reading<R> {
    private final Query<R> query;
    private final Selection<R> selection;
    private final List<EntityPart> parts;

    private Reading(Query<R> query, List<EntityPart> parts) {
        this.query = query;
        this.selection = query.selection();
        this.parts = parts;
    }

    static <R> Reading<R> of(Query<R> query, Shapes shapes) {
        List<EntityPart> parts = EntityPart.in(query, shapes);
        Reading<R> reading = new Reading<>(OfClass.only(query, parts), parts);
        reading.check();
        return reading;
    }

    private void check() {
        if (repeats()
                && (parts.size() != 1
                        || parts.get(0).width() != selection.columns().size())) {
            throw new ConfigurationException(
                    "many are joined to an entity that is not all that is selected: each row would"
                            + " stand for one of them; use selectIn()");
        }
        boolean isInside = parts.stream()
                .filter(EntityPart::isInside)
                .flatMap(part -> part.loads().stream())
                .anyMatch(load -> !isByKeys(load));
        if (isInside) {
            throw new ConfigurationException(
                    "joined() and subquery() are not for a query inside another one; use selectIn()");
        }
        boolean isSelect = query instanceof Select<?>;
        if (!isSelect && loads().stream().anyMatch(load -> !isByKeys(load))) {
            throw new ConfigurationException("joined() and subquery() are for a SELECT alone; use selectIn()");
        }
    }

    /** Whether it goes by the keys of owners, whatever the query is. */
    private static boolean isByKeys(RelationshipLoad<?, ?, ?> load) {
        return load.strategy() == Strategy.SELECT_IN || load.strategy() == Strategy.TREE;
    }

    private List<RelationshipLoad<?, ?, ?>> loads() {
        return parts.stream().flatMap(part -> part.loads().stream()).toList();
    }

    /** Whether a session has any part in it. */
    boolean hasEntities() {
        return !parts.isEmpty();
    }

    /** Whether an entity may have several rows. */
    boolean repeats() {
        return Completion.hasManyInRow(loads());
    }

    /** Whether all rows have to be there before the first is complete. */
    boolean isWhole() {
        return repeats() || loads().stream().anyMatch(load -> load.strategy() == Strategy.SUBQUERY);
    }

    /** Whether what the session knows becomes what the rows say: they were just changed. */
    boolean isOverwriting() {
        return query instanceof Returning<?>;
    }

    /** Whether the rows are no longer there: they were just deleted. */
    boolean isDeleting() {
        return query instanceof Returning<?> returning && returning.change() instanceof Delete;
    }

    /** Whether its rows lead to nothing that is still to be loaded: each is complete as it is read. */
    boolean isPlain() {
        return query instanceof Select<?>
                && loads().isEmpty()
                && parts.stream().noneMatch(part -> part.entity().places().leadsOn());
    }

    /** The statement as it is run where no entities are selected. */
    Query<R> query() {
        return query;
    }

    /**
     * The statement, with the joins of loads, its rows read into the session.
     *
     * @param traces collects what they lead to; null if that is nothing
     */
    Query<RowItem> statement(EntityReader reader, @Nullable Traces traces) {
        RowItems items = new RowItems(selection, parts, reader, traces);
        return query instanceof Select<R> select ? JoinedQuery.of(from(select), parts, items) : query.readAs(items);
    }

    /** What owners a relationship is loaded for, where that is said by the query itself. */
    /** What is computed for a class may be an expression over the table of one that it extends, which FROM must not name. */
    private Select<R> from(Select<R> select) {
        boolean isOfOther = parts.stream()
                .flatMap(part -> part.entity().computed().stream().filter(value -> !value.attribute()
                        .mapping()
                        .equals(part.entity().mapping())))
                .findAny()
                .isPresent();
        if (!isOfOther) {
            return select;
        }
        List<Source<?>> said =
                select.selecting(new Columns(parts.get(0).entity().own())).sources();
        return said.size() == select.joins().size() + 1 ? select.from(said.get(0)) : select;
    }

    Map<Ask, Select<?>> origins() {
        Map<Ask, Select<?>> origins = new HashMap<>();
        for (EntityPart part : parts) {
            for (RelationshipLoad<?, ?, ?> load : part.loads()) {
                if (load.strategy() == Strategy.SUBQUERY && part.selection() instanceof Loaded<?> loaded) {
                    origins.put(Ask.of(load), owners((Select<?>) query, loaded));
                }
            }
        }
        return origins;
    }

    private static Select<?> owners(Select<?> select, Loaded<?> loaded) {
        List<Expression<?>> key = loaded.table().mapping().key().stream()
                .map(MappedColumn::column)
                .<Expression<?>>map(loaded.table()::get)
                .toList();
        return select.selecting(new Columns(key));
    }

    /** What a row is read as, when all that belongs to it is loaded; null if it is NULL. */
    @SuppressWarnings("unchecked") // content that is not kept was read by the selection itself
    @Nullable
    R result(RowItem item) {
        return item.content() instanceof KeptRow row ? row.readAs(selection) : (R) item.content();
    }

    /** The same where NULL is an error. */
    R element(RowItem item) {
        R result = result(item);
        if (result == null) {
            throw new ResultException("A row of " + selection.columns()
                    + " is NULL, and a stream holds none; select it beside another expression");
        }
        return result;
    }
}
