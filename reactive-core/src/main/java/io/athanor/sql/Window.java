package io.athanor.sql;

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
        return new Window(partition, order, new Frame(Frame.Unit.ROWS, from, to));
    }

    /** A frame measured by the value ordered by. */
    public Window range(Bound from, Bound to) {
        return new Window(partition, order, new Frame(Frame.Unit.RANGE, from, to));
    }

    /** A frame counted in groups of rows that are equal in the order. */
    public Window groups(Bound from, Bound to) {
        return new Window(partition, order, new Frame(Frame.Unit.GROUPS, from, to));
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
     */
    public record Frame(Unit unit, Bound from, Bound to) implements SqlNode {
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
        }
    }
}
