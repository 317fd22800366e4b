package io.athanor.orm.load;

import io.athanor.orm.mapping.Computed;
import io.athanor.orm.mapping.EntityMapping;
import io.athanor.orm.mapping.EntityTable;
import io.athanor.orm.mapping.RelationshipLoad;
import io.athanor.sql.Column;
import io.athanor.sql.Expression;
import io.athanor.sql.RowReader;
import io.athanor.sql.Selection;
import java.util.ArrayList;
import java.util.List;
import org.jspecify.annotations.Nullable;

/**
 * An entity as the sessions of a model read it: its columns that are not deferred, what is computed, and what is joined, one after
 * another. Immutable.
 */
final class EntitySelection<E> implements Selection<E> {
    private final EntityTable<E, ?, ?> table;
    private final EntityColumns places;
    private final List<Column<?>> own;
    private final List<Value> computed;
    private final List<Along> along;
    private final List<Expression<?>> columns;

    EntitySelection(
            EntityTable<E, ?, ?> table,
            EntityColumns places,
            List<Column<?>> own,
            List<Value> computed,
            List<Along> along) {
        this.table = table;
        this.places = places;
        this.own = own;
        this.computed = computed;
        this.along = along;
        this.columns = computed.isEmpty() && along.stream().allMatch(each -> each.inRow() == null)
                ? List.copyOf(own)
                : columns(own, computed, along);
    }

    private static List<Expression<?>> columns(List<Column<?>> own, List<Value> computed, List<Along> along) {
        List<Expression<?>> columns = new ArrayList<>(own);
        computed.forEach(value -> columns.add(value.expression()));
        along.forEach(each -> {
            if (each.inRow() != null) {
                columns.addAll(each.load().placeColumns());
                columns.addAll(each.inRow().columns());
            }
        });
        return List.copyOf(columns);
    }

    EntityTable<E, ?, ?> table() {
        return table;
    }

    EntityMapping<E> mapping() {
        return table.mapping();
    }

    /** Where among its columns the entity's are. */
    EntityColumns places() {
        return places;
    }

    /** Its columns in its own table. */
    List<Column<?>> own() {
        return own;
    }

    /** What is computed, in the columns after its own. */
    List<Value> computed() {
        return computed;
    }

    /** What is loaded along; what is in the row is in the columns after those. */
    List<Along> along() {
        return along;
    }

    /** How many columns are the entity's own. */
    int width() {
        return own.size() + computed.size();
    }

    List<RelationshipLoad<?, ?, ?>> loads() {
        return along.stream().<RelationshipLoad<?, ?, ?>>map(Along::load).toList();
    }

    /** The same read from a source that has its own columns by their names, and what is computed under {@code labels}. */
    EntitySelection<E> of(List<Value> labels, List<Along> joined) {
        return new EntitySelection<>(table, places, own, labels, joined);
    }

    @Override
    public List<? extends Expression<?>> columns() {
        return columns;
    }

    @Override
    public @Nullable E read(RowReader row, int first) {
        return ((EntityReader) row).entity(this, first);
    }

    /**
     * A computed attribute.
     *
     * @param attribute the attribute
     * @param expression its expression over the row
     * @param isAsked whether this query says so, and not the model
     */
    record Value(Computed<?, ?, ?> attribute, Expression<?> expression, boolean isAsked) {}

    /**
     * A relationship that is loaded along.
     *
     * @param load what is loaded
     * @param inRow its target as the same row has it, null if it is not there
     */
    record Along(RelationshipLoad<?, ?, ?> load, @Nullable EntitySelection<?> inRow) {}
}
