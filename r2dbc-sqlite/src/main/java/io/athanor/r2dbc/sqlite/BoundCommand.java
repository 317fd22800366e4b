package io.athanor.r2dbc.sqlite;

import org.jspecify.annotations.Nullable;

/** A command with the values of its parameters. */
final class BoundCommand {
    private final SqlCommand command;
    private final @Nullable Object[] values;
    private final Patience patience;

    BoundCommand(SqlCommand command, @Nullable Object[] values, Patience patience) {
        this.command = command;
        this.values = values;
        this.patience = patience;
    }

    /** Starts it for {@code operation}; null if it returns no rows by its nature. */
    @Nullable
    Cursor start(Database database, Object operation) {
        return database.start(operation, command, values, patience);
    }

    /** The rows it changed, after it ran. Zero for what changes none by its nature, where SQLite would repeat an old number. */
    long changes(Database database) {
        return command.kind() == StatementKind.CHANGE ? database.changes() : 0;
    }
}
