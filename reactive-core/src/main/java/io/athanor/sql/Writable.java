package io.athanor.sql;

import io.athanor.ConfigurationException;

/** What may stand on the left side of an assignment. */
final class Writable {
    private Writable() {}

    /** An INSERT names the table itself: an alias has no meaning there. */
    static void checkName(TypedTable<?> table) {
        table.requireChangeable();
        if (!table.alias().equals(table.name().name())) {
            throw new ConfigurationException(
                    "INSERT is into the table " + table.name() + " itself, not into its alias " + table.alias());
        }
    }

    static void checkTable(TypedTable<?> table, Column<?> column) {
        if (column.source().table() == null
                || !table.name().equals(column.source().table().name())) {
            throw new ConfigurationException(column + " is no column of " + table.name());
        }
    }

    static void check(TypedTable<?> table, Column<?> column) {
        checkTable(table, column);
        for (ColumnOption<?> option : column.options()) {
            if (option instanceof ColumnOption.Computed<?>) {
                throw new ConfigurationException(column + " is computed by the database and cannot be written");
            }
            if (option instanceof ColumnOption.Identity identity && identity.always()) {
                throw new ConfigurationException(
                        column + " is always numbered by the database; declare it identity() to write it yourself");
            }
        }
    }
}
