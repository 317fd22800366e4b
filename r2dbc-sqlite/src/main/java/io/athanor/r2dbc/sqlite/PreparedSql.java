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
    private final String sql;
    private final PreparedStatement jdbc;
    private final CoreStatement core;
    private final boolean returnsRows;

    PreparedSql(SQLiteConnection connection, String sql) throws SQLException {
        this.sql = sql;
        this.jdbc = connection.prepareStatement(sql);
        this.core = (CoreStatement) jdbc;
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
        return !pointer().isClosed();
    }

    /** Starts it and steps once; true when there is a row. When false it has been reset. */
    boolean start(@Nullable Object[] values) throws SQLException {
        return core.getDatabase().execute(core, values.length == 0 ? null : values);
    }

    /** Steps to the next row; false when there is none. */
    boolean step() throws SQLException {
        int code = pointer().safeRunInt(DB::step);
        if (code == Codes.SQLITE_ROW) {
            return true;
        }
        if (code != Codes.SQLITE_DONE) {
            core.getDatabase().throwex(code);
        }
        return false;
    }

    /** The value in SQLite's own terms: null, {@code Long}, {@code Double}, {@code String} or {@code byte[]}. */
    @Nullable
    Object value(int column) throws SQLException {
        return pointer().<@Nullable Object, SQLException>safeRun((database, statement) -> switch (database.column_type(
                statement, column)) {
            case Codes.SQLITE_INTEGER -> database.column_long(statement, column);
            case Codes.SQLITE_FLOAT -> database.column_double(statement, column);
            case Codes.SQLITE_TEXT -> database.column_text(statement, column);
            case Codes.SQLITE_BLOB -> blob(database, statement, column);
            default -> null;
        });
    }

    private static byte[] blob(DB database, long statement, int column) throws SQLException {
        byte[] bytes = database.column_blob(statement, column);
        return bytes == null ? new byte[0] : bytes;
    }

    int columnCount() throws SQLException {
        return pointer().safeRunInt(DB::column_count);
    }

    String columnName(int column) throws SQLException {
        return pointer().safeRun((database, statement) -> database.column_name(statement, column));
    }

    /** The type the column was declared with; null for an expression, and for a column without one. */
    @Nullable
    String declaredType(int column) throws SQLException {
        return pointer()
                .<@Nullable String, SQLException>safeRun(
                        (database, statement) -> database.column_decltype(statement, column));
    }

    /** Whether the column was declared {@code NOT NULL}. */
    boolean isNotNull(int column) throws SQLException {
        return jdbc.getMetaData().isNullable(column + 1) == ResultSetMetaData.columnNoNulls;
    }

    /** Makes it ready for the next start and lets go of the values. */
    void reset() throws SQLException {
        pointer().safeRunInt(DB::reset);
        pointer().safeRunInt(DB::clear_bindings);
    }

    void close() throws SQLException {
        jdbc.close();
    }

    private SafeStmtPtr pointer() {
        return core.pointer;
    }
}
