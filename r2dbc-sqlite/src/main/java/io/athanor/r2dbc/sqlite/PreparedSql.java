package io.athanor.r2dbc.sqlite;

import java.sql.PreparedStatement;
import java.sql.ResultSetMetaData;
import java.sql.SQLException;
import org.jspecify.annotations.Nullable;
import org.sqlite.SQLiteConnection;
import org.sqlite.core.Codes;
import org.sqlite.core.CoreStatement;
import org.sqlite.core.DB;
import org.sqlite.core.SafeStmtPtr;

/**
 * One prepared statement of SQLite. Works on sqlite-jdbc's layer below JDBC, which is what steps a row without copying it.
 * Confined to the worker.
 */
final class PreparedSql {
    private static final int LIGHT = 1024;

    private final String sql;
    private final PreparedStatement jdbc;
    private final CoreStatement core;
    private final DB database;
    private final SafeStmtPtr pointer;
    private final long handle; // Used only while the pointer is open: on this thread nothing closes it in between.
    private final boolean returnsRows;
    private final Thread worker = Thread.currentThread();
    private boolean standing;
    private long changes;
    private boolean heavy;

    PreparedSql(SQLiteConnection connection, String sql) throws SQLException {
        this.sql = sql;
        this.jdbc = connection.prepareStatement(sql);
        this.core = (CoreStatement) jdbc;
        this.database = core.getDatabase();
        this.pointer = core.pointer;
        this.handle = pointer.safeRunLong((library, statement) -> statement);
        this.returnsRows = columnCount() > 0;
    }

    String sql() {
        return sql;
    }

    /** Whether it answers with rows, be they none. */
    boolean returnsRows() {
        return returnsRows;
    }

    boolean isUsable() {
        return !pointer.isClosed();
    }

    /** Starts it and steps once; true when there is a row. When false it has been reset. */
    boolean start(@Nullable Object[] values) throws SQLException {
        standing = true;
        heavy = heavy || isHeavy(values);
        standing = database.execute(core, values);
        changes = standing ? 0 : database.changes();
        return standing;
    }

    /** The rows it changed, once it has ended; without meaning if it changes none by its nature. */
    long changes() {
        return changes;
    }

    /** Whether the values take memory worth freeing when the statement is idle. */
    private static boolean isHeavy(@Nullable Object[] values) {
        for (Object value : values) {
            if ((value instanceof String text && text.length() > LIGHT)
                    || (value instanceof byte[] bytes && bytes.length > LIGHT)) {
                return true;
            }
        }
        return false;
    }

    /** Steps to the next row; false when there is none. */
    boolean step() throws SQLException {
        int code = database.step(open());
        if (code == Codes.SQLITE_ROW) {
            return true;
        }
        if (code != Codes.SQLITE_DONE) {
            database.throwex(code);
        }
        changes = database.changes();
        return false;
    }

    /** The value in SQLite's own terms: null, {@code Long}, {@code Double}, {@code String} or {@code byte[]}. */
    @Nullable
    Object value(int column) throws SQLException {
        if (Thread.currentThread() != worker) {
            throw new IllegalStateException("A row can be read only on the thread of the function it was passed to;"
                    + " return the values from it");
        }
        long statement = open();
        return switch (database.column_type(statement, column)) {
            case Codes.SQLITE_INTEGER -> database.column_long(statement, column);
            case Codes.SQLITE_FLOAT -> database.column_double(statement, column);
            case Codes.SQLITE_TEXT -> database.column_text(statement, column);
            case Codes.SQLITE_BLOB -> blob(statement, column);
            default -> null;
        };
    }

    private byte[] blob(long statement, int column) throws SQLException {
        byte[] bytes = database.column_blob(statement, column);
        return bytes == null ? new byte[0] : bytes;
    }

    int columnCount() throws SQLException {
        return database.column_count(open());
    }

    String columnName(int column) throws SQLException {
        return database.column_name(open(), column);
    }

    /** The type the column was declared with; null for an expression, and for a column without one. */
    @Nullable
    String declaredType(int column) throws SQLException {
        return database.column_decltype(open(), column);
    }

    /** Whether the column was declared {@code NOT NULL}. */
    boolean isNotNull(int column) throws SQLException {
        return jdbc.getMetaData().isNullable(column + 1) == ResultSetMetaData.columnNoNulls;
    }

    /** Makes it ready for the next start and lets go of the values. */
    void reset() throws SQLException {
        if (standing) {
            database.reset(open());
            standing = false;
        }
        if (heavy) {
            database.clear_bindings(open());
            heavy = false;
        }
    }

    void close() throws SQLException {
        jdbc.close();
    }

    private long open() {
        if (pointer.isClosed()) {
            throw new IllegalStateException("The statement is closed");
        }
        return handle;
    }
}
