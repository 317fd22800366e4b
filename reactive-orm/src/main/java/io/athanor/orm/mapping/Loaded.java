package io.athanor.orm.mapping;

import io.athanor.ConfigurationException;
import io.athanor.sql.Column;
import io.athanor.sql.Expression;
import io.athanor.sql.RowReader;
import io.athanor.sql.Selection;
import java.util.ArrayList;
import java.util.HashSet;
import java.util.List;
import java.util.Set;
import org.jspecify.annotations.Nullable;

/**
 * An entity selected together with relationships. Those that are in its rows add their target's columns to it, in the order
 * in which they are named, depth first; the session adds the joins.
 *
 * @param table the entity's table
 * @param own the entity's own columns that are read
 * @param loads what to load along
 */
public record Loaded<E>(EntityTable<E, ?, ?> table, List<Column<?>> own, List<RelationshipLoad<?, ?, ?>> loads)
        implements Selection<E> {
    static <E> Loaded<E> of(EntityTable<E, ?, ?> table, List<? extends Load<? super E>> loads) {
        return new Loaded<>(table, table.columns(), List.of()).with(loads);
    }

    static <E> Loaded<E> only(EntityTable<E, ?, ?> table, List<Column<?>> wanted) {
        Set<String> names = new HashSet<>();
        for (Column<?> column : wanted) {
            if (!table.columns().contains(column)) {
                throw new ConfigurationException(column + " is no column of " + table.alias());
            }
            names.add(column.name());
        }
        for (MappedColumn column : table.mapping().columns()) {
            boolean isAlways = column.isKey() || column.isVersion() || column.isDiscriminator();
            if (isAlways || column.reference() != null) {
                names.add(column.column().name());
            }
        }
        List<Column<?>> own = table.columns().stream()
                .filter(column -> names.contains(column.name()))
                .toList();
        return new Loaded<>(table, own, List.of());
    }

    /** This entity together with more of what it is related to. */
    @SafeVarargs
    public final Loaded<E> with(Load<? super E>... more) {
        return with(List.of(more));
    }

    private Loaded<E> with(List<? extends Load<? super E>> more) {
        List<RelationshipLoad<?, ?, ?>> all = new ArrayList<>(loads);
        more.forEach(load -> all.add(load.load()));
        return new Loaded<>(table, own, List.copyOf(all));
    }

    @Override
    public List<? extends Expression<?>> columns() {
        List<Expression<?>> columns = new ArrayList<>(own);
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
