package io.athanor.r2dbc.sqlite;

import java.sql.SQLException;
import java.util.ArrayDeque;
import java.util.Queue;
import java.util.concurrent.atomic.AtomicBoolean;
import org.jspecify.annotations.Nullable;

/**
 * A statement that stands on a row, and steps to the next when asked. Confined to the worker, {@link #claim()} excepted.
 *
 * <p>Rows that were stepped over before anybody asked ({@link #readAhead}) are handed out first.
 */
final class Cursor {
    private final Database database;
    private final PreparedSql statement;
    private final SqlCommand command;
    private final Patience patience;
    private final AtomicBoolean claimed = new AtomicBoolean();
    private final Queue<SqliteRow> stored = new ArrayDeque<>();
    private @Nullable SqliteRowMetadata metadata;
    private @Nullable Throwable failure;
    private @Nullable Runnable reader;
    private @Nullable Runnable onClose;
    private boolean onRow;
    private boolean closed;
    private int columnCount;
    private long changes;

    Cursor(Database database, PreparedSql statement, SqlCommand command, Patience patience) {
        this.database = database;
        this.statement = statement;
        this.command = command;
        this.patience = patience;
    }

    /** The statement made its first step. Where that found no row it has been reset, and another step would run it again. */
    void started(boolean row) throws SQLException {
        onRow = row;
        if (row) {
            columnCount = statement.columnCount();
        } else {
            finish();
        }
    }

    /** Makes the caller the one who reads the rows; false if there already is one. Any thread. */
    boolean claim() {
        return claimed.compareAndSet(false, true);
    }

    boolean isClaimed() {
        return claimed.get();
    }

    Database database() {
        return database;
    }

    Patience patience() {
        return patience;
    }

    String sql() {
        return command.sql();
    }

    /** What is to run when rows come or fail without having been asked for. */
    void reader(Runnable reader) {
        this.reader = reader;
    }

    void onClose(Runnable action) {
        this.onClose = action;
    }

    /** The next row, valid until the one after it; null at the end, where the statement is given back. */
    @Nullable
    SqliteRow next() throws SQLException {
        SqliteRow first = stored.poll();
        if (first != null) {
            return first;
        }
        if (!onRow && !closed) {
            onRow = step();
        }
        if (!onRow) {
            return null;
        }
        onRow = false;
        return new SqliteRow(this, statement, columnCount);
    }

    private boolean step() throws SQLException {
        boolean row = statement.step();
        if (!row) {
            finish();
        }
        return row;
    }

    /** Keeps up to {@code limit} rows for later, so that a result nobody looks at does not hold its locks. */
    void readAhead(Object operation, int limit) {
        database.enter(operation, 1);
        Patience.Watch watch = patience.watch(database.interruption(), operation);
        try {
            while (!closed && stored.size() < limit) {
                SqliteRow row = onRow || step() ? new SqliteRow(this, statement, columnCount) : null;
                onRow = false;
                if (row != null) {
                    row.detach();
                    stored.add(row);
                }
            }
        } catch (SQLException e) {
            stored.clear();
            failure = failure(e);
        } finally {
            watch.close();
            database.interruption().exit();
        }
    }

    /** What is to be told when a step failed; gives the statement back. */
    Throwable failure(SQLException e) {
        close();
        return database.failure(e, sql(), patience);
    }

    /** Whether it is known that no row is left. */
    boolean isExhausted() {
        return closed && stored.isEmpty();
    }

    @Nullable
    Throwable failure() {
        return failure;
    }

    boolean isClosed() {
        return closed;
    }

    /** Rows changed by a statement that also returns rows; −1 if it changes none by its nature. Known once all rows are read. */
    long changes() {
        return command.kind() == StatementKind.CHANGE ? changes : -1;
    }

    SqliteRowMetadata metadata() {
        if (metadata == null) {
            metadata = new SqliteRowMetadata(statement);
        }
        return metadata;
    }

    /** Ends it with an error for the one who reads it, now or later. */
    void fail(Throwable error) {
        if (closed) {
            return;
        }
        failure = error;
        stored.clear();
        close();
        if (reader != null) {
            reader.run();
        }
    }

    private void finish() {
        changes = statement.changes();
        close();
    }

    /** Gives the statement back, in the midst of its rows or not. */
    void close() {
        if (closed) {
            return;
        }
        closed = true;
        onRow = false;
        database.forget(this);
        try {
            if (metadata != null) {
                metadata.load();
            }
            database.statements().giveBack(statement);
        } catch (SQLException e) {
            failure = failure == null ? Failures.translate(e, sql()) : failure;
        }
        if (onClose != null) {
            onClose.run();
        }
    }
}
