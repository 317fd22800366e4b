package io.athanor.sql;

import io.athanor.ConfigurationException;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Set;

/**
 * What each element of a stream is inserted as. Made by {@link Insert#each}, run by the engine with a publisher.
 *
 * <pre>{@code
 * static final Batch<Reading> INSERT = insertInto(READINGS).each(
 *     READINGS.sensor.from(Reading::sensor), READINGS.value.from(Reading::value));
 * Mono<Long> inserted = engine.execute(INSERT, readings);
 * }</pre>
 *
 * @param table where the rows go
 * @param bindings the columns that are written and where their values come from
 * @param <S> what an element is
 */
public record Batch<S>(TypedTable<?> table, List<Binding<S, ?>> bindings) {
    static <S> Batch<S> of(TypedTable<?> table, List<Binding<S, ?>> bindings) {
        if (bindings.isEmpty()) {
            throw new ConfigurationException("a batch into " + table.name() + " binds at least one column");
        }
        Set<Column<?>> seen = new LinkedHashSet<>();
        for (Binding<S, ?> binding : bindings) {
            Writable.check(table, binding.column());
            if (!seen.add(binding.column())) {
                throw new ConfigurationException("the batch binds " + binding.column() + " twice");
            }
        }
        return new Batch<>(table, bindings);
    }

    /** The INSERT of these elements: one statement, whatever their number. An engine makes one for each chunk. */
    public Insert insert(List<? extends S> elements) {
        return BatchRows.insert(this, elements);
    }

    /** The columns that an INSERT of this batch has a value for in each row, those with a default of Athanor's included. */
    public List<Column<?>> columnsOfValues() {
        return BatchRows.columns(this);
    }

    /** The same batch, returning values of each inserted row, in the order of the input. */
    public <R> BatchReturning<S, R> returning(Selection<R> selection) {
        return new BatchReturning<>(this, selection);
    }

    /** The same batch, returning values of each inserted row, in the order of the input. */
    public BatchReturning<S, Row> returning(Selection<?> first, Selection<?> second, Selection<?>... more) {
        List<Selection<?>> all = new ArrayList<>(List.of(first, second));
        all.addAll(Arrays.asList(more));
        return returning(Row.of(all));
    }
}
