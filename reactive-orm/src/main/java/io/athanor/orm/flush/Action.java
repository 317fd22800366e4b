package io.athanor.orm.flush;

import io.athanor.orm.mapping.MappedColumn;
import io.athanor.sql.Column;
import io.athanor.sql.TypedTable;
import java.util.List;
import java.util.Map;

/** One step of a flush: a set of rows of one table to which the same is done, in as few statements as the database takes. */
sealed interface Action {
    /** Rows of new entities.
     *
     * @param table the table
     * @param columns what is written
     * @param returned what the database makes and is read back
     * @param rows the rows
     */
    record InsertRows(TypedTable<?> table, List<Column<?>> columns, List<MappedColumn> returned, List<RowChange> rows)
            implements Action {
        @Override
        public String toString() {
            return "insert " + table.name() + " x" + rows.size();
        }
    }

    /**
     * Changes of rows.
     *
     * @param table the table
     * @param columns what is written
     * @param rows the rows with what is written to each
     * @param isVersioned whether the rows must have the version that they are known to have
     */
    record UpdateRows(TypedTable<?> table, List<Column<?>> columns, List<Update> rows, boolean isVersioned)
            implements Action {
        @Override
        public String toString() {
            return "update " + table.name() + " x" + rows.size();
        }
    }

    /**
     * What is written to a row that is there.
     *
     * @param row the row
     * @param values what is written
     */
    record Update(RowChange row, Map<Column<?>, Value> values) {}

    /**
     * Changes of rows that may be missing: of secondary tables, which have none where all would be NULL.
     *
     * @param table the table
     * @param key its key
     * @param columns what else is written
     * @param rows the rows with what is written to each
     */
    record UpsertRows(TypedTable<?> table, List<Column<?>> key, List<Column<?>> columns, List<Update> rows)
            implements Action {
        @Override
        public String toString() {
            return "upsert " + table.name() + " x" + rows.size();
        }
    }

    /**
     * Rows of deleted entities, or rows of secondary tables in which nothing is left.
     *
     * @param table the table
     * @param rows the rows
     */
    record DeleteRows(TypedTable<?> table, List<RowChange> rows) implements Action {
        @Override
        public String toString() {
            return "delete " + table.name() + " x" + rows.size();
        }
    }

    /**
     * New rows of a join table.
     *
     * @param table the join table
     * @param links the rows
     */
    record InsertLinks(TypedTable<?> table, List<Link> links) implements Action {
        @Override
        public String toString() {
            return "link " + table.name() + " x" + links.size();
        }
    }

    /**
     * Rows of a join table that go.
     *
     * @param table the join table
     * @param links the rows
     */
    record DeleteLinks(TypedTable<?> table, List<Link> links) implements Action {
        @Override
        public String toString() {
            return "unlink " + table.name() + " x" + links.size();
        }
    }

    /**
     * All rows of a table are parted from deleted entities.
     *
     * @param table the join table, or the table whose foreign key becomes NULL
     * @param emptying which relationship, and of whom
     */
    record Part(TypedTable<?> table, Emptying emptying) implements Action {
        @Override
        public String toString() {
            return (emptying.relationship().joinTable() == null ? "release " : "unlink all ") + table.name() + " of "
                    + emptying.relationship().owner().table().name() + " x"
                    + emptying.owners().size();
        }
    }
}
