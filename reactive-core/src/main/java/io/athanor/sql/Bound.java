package io.athanor.sql;

import io.athanor.ConfigurationException;
import io.athanor.types.Types;

/** An end of a window's frame. */
public sealed interface Bound extends SqlNode {
    /** {@code unbounded preceding}: the partition's first row. */
    static Bound unboundedPreceding() {
        return Edge.UNBOUNDED_PRECEDING;
    }

    /** {@code current row}. */
    static Bound currentRow() {
        return Edge.CURRENT_ROW;
    }

    /** {@code unbounded following}: the partition's last row. */
    static Bound unboundedFollowing() {
        return Edge.UNBOUNDED_FOLLOWING;
    }

    /** {@code distance preceding}. */
    static Bound preceding(int distance) {
        return new Offset(Offset.literal(distance), " preceding");
    }

    /** {@code distance preceding}, of a RANGE: a constant of the type that the order's difference has. */
    static Bound preceding(Expression<?> distance) {
        return new Offset(distance, " preceding");
    }

    /** {@code distance following}. */
    static Bound following(int distance) {
        return new Offset(Offset.literal(distance), " following");
    }

    /** {@code distance following}, of a RANGE: a constant of the type that the order's difference has. */
    static Bound following(Expression<?> distance) {
        return new Offset(distance, " following");
    }

    /** A bound without a distance. */
    enum Edge implements Bound {
        UNBOUNDED_PRECEDING("unbounded preceding"),
        CURRENT_ROW("current row"),
        UNBOUNDED_FOLLOWING("unbounded following");

        private final String words;

        Edge(String words) {
            this.words = words;
        }

        @Override
        public void render(SqlWriter out) {
            out.word(words);
        }

        @Override
        public String toString() {
            return words;
        }
    }

    /**
     * A bound at a distance.
     *
     * @param distance how far
     * @param direction which way
     */
    record Offset(Expression<?> distance, String direction) implements Bound {
        /** Written into the text: a frame takes no parameter on most databases. */
        private static Expression<Integer> literal(int distance) {
            if (distance < 0) {
                throw new ConfigurationException("a frame's distance is not negative; say following for preceding");
            }
            return new Literal<>(distance, Types.INTEGER);
        }

        @Override
        public void render(SqlWriter out) {
            out.node(distance).word(direction);
        }

        @Override
        public String toString() {
            return Inlined.of(this);
        }
    }
}
