package io.athanor.sql;

import io.athanor.ConfigurationException;
import java.util.Arrays;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import org.jspecify.annotations.Nullable;

/**
 * The values of one row, asked for by what was selected. Immutable.
 *
 * <pre>{@code
 * String name = row.get(USERS.name);
 * BigDecimal sum = row.get(total);
 * }</pre>
 */
public final class Row {
    private final Positions positions;
    private final @Nullable Object[] values;

    private Row(Positions positions, @Nullable Object[] values) {
        this.positions = positions;
        this.values = values;
    }

    /** The value of what was selected, null if it is NULL; an error if it was not selected. */
    @SuppressWarnings({"unchecked", "NullAway"}) // each value was read by the selection at its position; NULL is null
    public <T> T get(Selection<T> selection) {
        Integer position = positions.index().get(selection);
        if (position != null) {
            return (T) values[position];
        }
        Integer nested = positions.nested().get(selection);
        if (nested == null) {
            throw new ConfigurationException(selection + " was not selected; selected are " + positions.parts());
        }
        return values[nested] instanceof Row row ? row.get(selection) : null;
    }

    /** The value at the 0-based position, null if it is NULL. */
    public @Nullable Object get(int position) {
        if (position < 0 || position >= values.length) {
            throw new ConfigurationException(
                    "the row has " + values.length + " values, numbered from 0; there is no " + position);
        }
        return values[position];
    }

    /** How many things were selected. */
    public int size() {
        return values.length;
    }

    /** What was selected. */
    public List<Selection<?>> selections() {
        return positions.parts();
    }

    @Override
    public boolean equals(@Nullable Object other) {
        return other instanceof Row row
                && positions.parts().equals(row.positions.parts())
                && Arrays.deepEquals(values, row.values);
    }

    @Override
    public int hashCode() {
        return Arrays.deepHashCode(values);
    }

    /** The values, for debugging. */
    @Override
    public String toString() {
        return Arrays.deepToString(values);
    }

    static Selection<Row> of(List<Selection<?>> parts) {
        List<Expression<?>> columns = parts.stream()
                .<Expression<?>>flatMap(part -> part.columns().stream())
                .toList();
        return new Parts(List.copyOf(parts), Positions.of(parts), columns);
    }

    /** Where each part of a selection is: shared by all rows of a statement. */
    private record Positions(
            List<Selection<?>> parts, Map<Selection<?>, Integer> index, Map<Selection<?>, Integer> nested) {
        static Positions of(List<Selection<?>> parts) {
            Map<Selection<?>, Integer> index = new HashMap<>();
            Map<Selection<?>, Integer> nested = new HashMap<>();
            for (int i = 0; i < parts.size(); i++) {
                index.putIfAbsent(parts.get(i), i);
                if (parts.get(i) instanceof Source<?> source) {
                    for (Expression<?> column : source.columns()) {
                        nested.putIfAbsent(column, i);
                    }
                }
            }
            return new Positions(List.copyOf(parts), index, nested);
        }
    }

    /** Several selections side by side. */
    record Parts(List<Selection<?>> parts, Positions positions, List<Expression<?>> columns) implements Selection<Row> {
        @Override
        public Row read(RowReader row, int first) {
            @Nullable Object[] values = new Object[parts.size()];
            int index = first;
            for (int i = 0; i < values.length; i++) {
                Selection<?> part = parts.get(i);
                values[i] = part.read(row, index);
                index += part instanceof Expression<?> ? 1 : part.columns().size();
            }
            return new Row(positions, values);
        }
    }
}
