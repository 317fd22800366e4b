package io.athanor.sql;

import io.athanor.ConfigurationException;
import java.util.List;
import org.jspecify.annotations.Nullable;

/**
 * The rows a window function looks at: {@code partition by … order by … rows between … and …}.
 *
 * <pre>{@code
 * sum(SALES.amount).over(partitionBy(SALES.shop).orderBy(SALES.day.asc()).rows(Bound.preceding(6), Bound.currentRow()))
 * }</pre>
 *
 * @param partition the keys of the partitions; empty for one of all rows
 * @param order the order within a partition; empty for none
 * @param frame which rows of the partition around the current one; null for SQL's default
 */
public record Window(List<Expression<?>> partition, List<Ordering> order, @Nullable Frame frame) implements SqlNode {
    /** The same with more partition keys. */
    public Window partitionBy(Expression<?>... keys) {
        return new Window(Clauses.plus(partition, List.of(keys)), order, frame);
    }

    /** The same with more keys of order. */
    public Window orderBy(Ordering... orderings) {
        return new Window(partition, Clauses.plus(order, List.of(orderings)), frame);
    }

    /** A frame counted in rows. */
    public Window rows(Bound from, Bound to) {
        return new Window(partition, order, new Frame(Frame.Unit.ROWS, from, to, null));
    }

    /** A frame measured by the value ordered by. */
    public Window range(Bound from, Bound to) {
        return new Window(partition, order, new Frame(Frame.Unit.RANGE, from, to, null));
    }

    /** A frame counted in groups of rows that are equal in the order. */
    public Window groups(Bound from, Bound to) {
        return new Window(partition, order, new Frame(Frame.Unit.GROUPS, from, to, null));
    }

    /** The same frame without some rows around the current one. */
    public Window exclude(Frame.Exclusion excluded) {
        if (frame == null) {
            throw new ConfigurationException("say rows, range or groups first: what is excluded is part of a frame");
        }
        return new Window(partition, order, new Frame(frame.unit(), frame.from(), frame.to(), excluded));
    }

    @Override
    public void render(SqlWriter out) {
        String space = "";
        if (!partition.isEmpty()) {
            out.word("partition by ").list(partition, ", ");
            space = " ";
        }
        if (!order.isEmpty()) {
            out.word(space).word("order by ").list(order, ", ");
            space = " ";
        }
        if (frame != null) {
            out.word(space).node(frame);
        }
    }

    @Override
    public String toString() {
        return Inlined.of(this);
    }

    /**
     * Which rows around the current one.
     *
     * @param unit how distance is measured
     * @param from the first row
     * @param to the last row
     * @param exclusion which of them are left out; null for none
     */
    public record Frame(Unit unit, Bound from, Bound to, @Nullable Exclusion exclusion) implements SqlNode {
        /** How distance from the current row is measured. */
        public enum Unit {
            ROWS("rows between "),
            RANGE("range between "),
            GROUPS("groups between ");

            private final String opening;

            Unit(String opening) {
                this.opening = opening;
            }
        }

        @Override
        public void render(SqlWriter out) {
            out.word(unit.opening).node(from).word(" and ").node(to);
            if (exclusion != null) {
                out.word(exclusion.words);
            }
        }

        @Override
        public String toString() {
            return Inlined.of(this);
        }

        /** Rows left out of a frame. */
        public enum Exclusion {
            /** The current row. */
            CURRENT_ROW(" exclude current row"),
            /** The current row and those equal to it in the order. */
            GROUP(" exclude group"),
            /** Those equal to the current row in the order, but not itself. */
            TIES(" exclude ties");

            private final String words;

            Exclusion(String words) {
                this.words = words;
            }
        }
    }
}
