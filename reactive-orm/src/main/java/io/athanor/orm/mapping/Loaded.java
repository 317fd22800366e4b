package io.athanor.orm.mapping;

import io.athanor.sql.Column;
import io.athanor.sql.Expression;
import io.athanor.sql.RowReader;
import io.athanor.sql.Selection;
import java.util.ArrayList;
import java.util.List;
import org.jspecify.annotations.Nullable;

/**
 * An entity together with what it is related to; made by {@link EntityTable#with}. A session reads it.
 *
 * @param table the entity
 * @param portion which of its columns are read
 * @param computed the attributes that are computed besides those that always are
 * @param loads what is loaded along
 */
public record Loaded<E>(
        EntityTable<E, ?, ?> table,
        Portion portion,
        List<Computed<? super E, ?, ?>> computed,
        List<RelationshipLoad<?, ?, ?>> loads)
        implements Selection<E> {
    static <E> Loaded<E> of(EntityTable<E, ?, ?> table) {
        return new Loaded<>(table, Portion.USUAL, List.of(), List.of());
    }

    /** Likewise with more. */
    @SafeVarargs
    public final Loaded<E> with(Load<? super E>... more) {
        return with(List.of(more));
    }

    Loaded<E> with(List<? extends Load<? super E>> more) {
        List<RelationshipLoad<?, ?, ?>> all = new ArrayList<>(loads);
        more.forEach(load -> all.add(load.load()));
        return new Loaded<>(table, portion, computed, List.copyOf(all));
    }

    /** Likewise with attributes computed that are not always. */
    @SafeVarargs
    public final Loaded<E> computing(Computed<? super E, ?, ?>... attributes) {
        List<Computed<? super E, ?, ?>> all = new ArrayList<>(computed);
        all.addAll(List.of(attributes));
        return new Loaded<>(table, portion, List.copyOf(all), loads);
    }

    /** Likewise with columns that are deferred, each with those it is deferred together with. */
    public Loaded<E> including(Column<?>... deferred) {
        return new Loaded<>(table, portion.including(table, List.of(deferred)), computed, loads);
    }

    /** Likewise without columns. */
    public Loaded<E> without(Column<?>... unwanted) {
        return new Loaded<>(table, portion.without(table, List.of(unwanted)), computed, loads);
    }

    Loaded<E> only(List<Column<?>> wanted) {
        return new Loaded<>(table, Portion.NEEDED.including(table, wanted), computed, loads);
    }

    @Override
    public List<? extends Expression<?>> columns() {
        List<Expression<?>> columns = new ArrayList<>(portion.of(table, table.mapping()));
        computed.forEach(attribute -> columns.add(attribute.under(table.alias())));
        loads.forEach(load -> columns.addAll(load.columns()));
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
