package io.athanor.sql;

import io.athanor.types.SqlType;
import java.nio.ByteBuffer;
import java.util.ArrayList;
import java.util.Collection;
import java.util.Collections;
import java.util.List;
import java.util.function.Function;
import org.jspecify.annotations.Nullable;

/**
 * Takes what a batch writes from the elements of a stream, until there is enough for one INSERT. It keeps values, not
 * elements. Confined to one subscription.
 *
 * @param <S> what an element is
 */
public final class BatchBuffer<S> {
    private static final long PLAIN = 8;
    private final Batch<S> batch;
    private final List<Filling<S>> fillings;
    private final List<Assignment> computed;
    private List<List<@Nullable Object>> columns = List.of();
    private int rows;
    private long elements;
    private long bytes;
    private long bytesOfRowBefore;

    BatchBuffer(Batch<S> batch, List<Filling<S>> fillings, List<Assignment> computed) {
        this.batch = batch;
        this.fillings = fillings;
        this.computed = computed;
        clear();
    }

    /** Takes the values of an element; what a getter throws is thrown. */
    public void add(S element) {
        for (int i = 0; i < columns.size(); i++) {
            Object value = fillings.get(i).value().apply(element);
            columns.get(i).add(value);
            bytes += weigh(value);
        }
        rows++;
    }

    private long weigh(@Nullable Object value) {
        if (value instanceof CharSequence text) {
            return PLAIN + text.length();
        }
        if (value instanceof byte[] binary) {
            return PLAIN + binary.length;
        }
        if (value instanceof ByteBuffer binary) {
            return PLAIN + binary.remaining();
        }
        if (value instanceof Collection<?> array) {
            long sum = PLAIN;
            for (Object element : array) {
                sum += weigh(element);
            }
            elements += array.size();
            return sum;
        }
        return PLAIN;
    }

    /** How many rows it holds. */
    public int rows() {
        return rows;
    }

    /** How many elements the arrays among its values have together. */
    public long elements() {
        return elements;
    }

    /** About how much memory its values take. */
    public long bytes() {
        return bytes;
    }

    /** About how much memory a row takes, going by those it holds or, if it is empty, by those before; 0 at first. */
    public long bytesOfRow() {
        return rows == 0 ? bytesOfRowBefore : bytes / rows;
    }

    /** The INSERT of the rows it holds, at least one; it is empty then. */
    public Insert take() {
        List<BatchRows.Values> values = new ArrayList<>(columns.size());
        for (int i = 0; i < columns.size(); i++) {
            values.add(new BatchRows.Values(fillings.get(i).column(), Collections.unmodifiableList(columns.get(i))));
        }
        bytesOfRowBefore = bytes / rows;
        clear();
        return batch.insert(new BatchRows(values, computed));
    }

    private void clear() {
        List<List<@Nullable Object>> empty = new ArrayList<>(fillings.size());
        for (int i = 0; i < fillings.size(); i++) {
            empty.add(new ArrayList<>(rows));
        }
        columns = empty;
        rows = 0;
        elements = 0;
        bytes = 0;
    }

    /**
     * A column that is bound in each row.
     *
     * @param column the column
     * @param value takes its value from an element, encoded as it is sent
     */
    record Filling<S>(Column<?> column, Function<S, @Nullable Object> value) {
        static <S, T> Filling<S> of(Binding<S, T> binding) {
            SqlType<T> type = binding.column().type();
            return new Filling<>(
                    binding.column(), element -> type.encode(binding.getter().apply(element)));
        }

        /** The same value in each row. */
        static <S, T> Filling<S> of(Column<?> column, Param<T> param) {
            Object value = param.type().encode(param.value());
            return new Filling<>(column, element -> value);
        }

        /** A value made anew for each row. */
        static <S, T> Filling<S> of(Column<?> column, Supplied<T> supplied) {
            return new Filling<>(column, element -> supplied.type()
                    .encode(supplied.supplier().get()));
        }
    }
}
