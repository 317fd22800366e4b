package io.athanor.sql;

import io.athanor.ConfigurationException;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.Collections;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Set;
import java.util.function.LongConsumer;

/**
 * What each element of a stream is inserted as. Made by {@link Insert#each}, run by the engine with a publisher.
 *
 * <pre>{@code
 * static final Batch<Reading> INSERT = insertInto(READINGS).each(
 *     READINGS.sensor.from(Reading::sensor), READINGS.value.from(Reading::value));
 * Mono<Long> inserted = engine.execute(INSERT, readings);
 * }</pre>
 *
 * <p>Columns that are not bound get their default, as in any INSERT: a supplier is asked for each row. What the INSERT does
 * on conflict it does for each row; one statement takes no two rows of the same key.
 *
 * <p>Immutable; the functions it holds are called on the thread that publishes the elements, and must not block.
 *
 * @param <S> what an element is
 */
public final class Batch<S> {
    private final Insert insert;
    private final List<BatchBuffer.Filling<S>> fillings;
    private final List<Assignment> computed;
    private final int chunkSize;
    private final LongConsumer progress;

    private Batch(
            Insert insert,
            List<BatchBuffer.Filling<S>> fillings,
            List<Assignment> computed,
            int chunkSize,
            LongConsumer progress) {
        this.insert = insert;
        this.fillings = fillings;
        this.computed = computed;
        this.chunkSize = chunkSize;
        this.progress = progress;
    }

    static <S> Batch<S> of(Insert insert, List<Binding<S, ?>> bindings) {
        if (bindings.isEmpty()) {
            throw new ConfigurationException("a batch into " + insert.table().name() + " binds at least one column");
        }
        Set<Column<?>> bound = new LinkedHashSet<>();
        List<BatchBuffer.Filling<S>> fillings = new ArrayList<>();
        for (Binding<S, ?> binding : bindings) {
            Writable.check(insert.table(), binding.column());
            if (!bound.add(binding.column())) {
                throw new ConfigurationException("the batch binds " + binding.column() + " twice");
            }
            fillings.add(BatchBuffer.Filling.of(binding));
        }
        List<Assignment> computed = new ArrayList<>();
        for (Column<?> column : insert.table().columns()) {
            Expression<?> value = Defaults.onInsert(column);
            if (value == null || bound.contains(column)) {
                continue;
            }
            if (value instanceof Param<?> param) {
                fillings.add(BatchBuffer.Filling.of(column, param));
            } else if (value instanceof Supplied<?> supplied) {
                fillings.add(BatchBuffer.Filling.of(column, supplied));
            } else {
                computed.add(new Assignment(column, value));
            }
        }
        return new Batch<>(insert, List.copyOf(fillings), List.copyOf(computed), 0, rows -> {});
    }

    /**
     * The same batch in statements of at most {@code rows} rows. Without it a size is chosen that is fast for the database
     * and the width of the rows. What is in memory, and what an error names, is a chunk.
     */
    public Batch<S> chunkSize(int rows) {
        if (rows < 1) {
            throw new ConfigurationException("chunkSize is " + rows + "; a chunk has at least one row");
        }
        return new Batch<>(insert, fillings, computed, rows, progress);
    }

    /**
     * The same batch, telling {@code observer} after each chunk how many rows of the input have been written so far. What it
     * throws is the error of the batch.
     */
    public Batch<S> onProgress(LongConsumer observer) {
        return new Batch<>(insert, fillings, computed, chunkSize, progress.andThen(observer));
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

    /** Where the rows go. */
    public TypedTable<?> table() {
        return insert.table();
    }

    /** The INSERT of rows that this batch made. */
    public Insert insert(BatchRows rows) {
        return insert.with(rows);
    }

    /** How many rows a statement has at most; 0 if nothing was said. */
    public int chunkSize() {
        return chunkSize;
    }

    /** Who is told of the progress. */
    public LongConsumer progress() {
        return progress;
    }

    /** A buffer that makes INSERTs of elements. */
    public BatchBuffer<S> buffer() {
        return new BatchBuffer<>(this, fillings, computed);
    }

    /** Rows as this batch makes them: one of nothing but NULL, to see what a dialect makes of it. */
    public BatchRows specimen() {
        return new BatchRows(
                fillings.stream()
                        .map(filling -> new BatchRows.Values(filling.column(), Collections.singletonList(null)))
                        .toList(),
                computed);
    }

    /** The INSERT of one row. */
    @Override
    public String toString() {
        return insert(specimen()).toString();
    }
}
