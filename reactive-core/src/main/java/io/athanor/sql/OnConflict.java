package io.athanor.sql;

import io.athanor.ConfigurationException;
import java.util.List;

/**
 * What an INSERT does with a row whose key is there already.
 *
 * @param target the columns of the unique key meant; empty for any key
 * @param updates what is set in the row that is there; empty to leave it alone
 * @param conditions which rows are updated
 */
public record OnConflict(List<Column<?>> target, List<Assignment> updates, List<Predicate> conditions) {
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
        private final List<Column<?>> columns;

        Target(Insert insert, List<Column<?>> columns) {
            this.insert = insert;
            this.columns = columns;
        }

        /** Leaves the row that is there alone. It is not counted and not returned. */
        public Insert doNothing() {
            return insert.with(new OnConflict(columns, List.of(), List.of()));
        }

        /** Updates the row that is there; {@link Column#toExcluded()} sets what would have been inserted. */
        public Insert doUpdate(Assignment... updates) {
            if (columns.isEmpty()) {
                throw new ConfigurationException("say onConflict(columns) of the key whose row is to be updated");
            }
            if (updates.length == 0) {
                throw new ConfigurationException("doUpdate() sets nothing; use doNothing()");
            }
            for (Assignment update : updates) {
                Writable.check(insert.table(), update.column());
            }
            return insert.with(new OnConflict(columns, List.of(updates), List.of()));
        }
    }
}
