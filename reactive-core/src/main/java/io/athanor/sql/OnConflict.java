package io.athanor.sql;

import io.athanor.ConfigurationException;
import java.util.List;
import org.jspecify.annotations.Nullable;

/**
 * What an INSERT does with a row whose key is there already.
 *
 * @param constraint the constraint meant, by its name; null if {@code target} says which
 * @param target the columns of the unique key meant; empty for any key
 * @param targetConditions which rows the unique index meant is over; empty for a key over all rows
 * @param updates what is set in the row that is there; empty to leave it alone
 * @param conditions which rows are updated
 */
public record OnConflict(
        @Nullable String constraint,
        List<Column<?>> target,
        List<Predicate> targetConditions,
        List<Assignment> updates,
        List<Predicate> conditions) {
    /** Which rows the unique index meant is over, as one condition. */
    public Predicate targetCondition() {
        return Junction.of(true, targetConditions);
    }

    /** Which rows are updated, as one condition. */
    public Predicate condition() {
        return Junction.of(true, conditions);
    }

    /** Whether the row that is there is left alone. */
    public boolean doesNothing() {
        return updates.isEmpty();
    }

    /** An INSERT that says which key may be there already, and next says what is done then. */
    public static final class Target {
        private final Insert insert;
        private final @Nullable String constraint;
        private final List<Column<?>> columns;
        private final List<Predicate> conditions;

        Target(Insert insert, @Nullable String constraint, List<Column<?>> columns, List<Predicate> conditions) {
            this.insert = insert;
            this.constraint = constraint;
            this.columns = columns;
            this.conditions = conditions;
        }

        /** The same for a unique index over the rows that meet {@code condition} only, which is written as literals. */
        public Target where(Predicate condition) {
            if (columns.isEmpty()) {
                throw new ConfigurationException("say onConflict(columns) of the unique index that has the condition");
            }
            return new Target(insert, null, columns, Clauses.plus(conditions, List.of(condition)));
        }

        /** Leaves the row that is there alone. It is not counted and not returned. */
        public Insert doNothing() {
            return insert.with(new OnConflict(constraint, columns, conditions, List.of(), List.of()));
        }

        /** Updates the row that is there; {@link Column#toExcluded()} sets what would have been inserted. */
        public Insert doUpdate(Assignment... updates) {
            if (columns.isEmpty() && constraint == null) {
                throw new ConfigurationException("say onConflict(columns) of the key whose row is to be updated");
            }
            if (updates.length == 0) {
                throw new ConfigurationException("doUpdate() sets nothing; use doNothing()");
            }
            for (Assignment update : updates) {
                Writable.check(insert.table(), update.column());
            }
            return insert.with(new OnConflict(constraint, columns, conditions, List.of(updates), List.of()));
        }
    }
}
