package io.athanor.r2dbc.sqlite;

import io.r2dbc.spi.R2dbcBadGrammarException;
import io.r2dbc.spi.R2dbcDataIntegrityViolationException;
import io.r2dbc.spi.R2dbcException;
import io.r2dbc.spi.R2dbcNonTransientResourceException;
import io.r2dbc.spi.R2dbcPermissionDeniedException;
import io.r2dbc.spi.R2dbcTimeoutException;
import io.r2dbc.spi.R2dbcTransientResourceException;
import java.sql.SQLException;
import org.jspecify.annotations.Nullable;
import org.sqlite.SQLiteErrorCode;
import org.sqlite.SQLiteException;

/** SQLite's result codes as the exceptions of the SPI, with the SQLSTATE that other databases give for the same. */
final class Failures {
    private static final int PRIMARY = 0xff;

    private Failures() {}

    /** Whether another connection is in the way. */
    static boolean isLocked(SQLException e) {
        return e instanceof SQLiteException known
                && (known.getResultCode().code & PRIMARY) == SQLiteErrorCode.SQLITE_BUSY.code;
    }

    /** The exception for what SQLite reported about {@code sql}. */
    static R2dbcException translate(SQLException e, @Nullable String sql) {
        SQLiteErrorCode code =
                e instanceof SQLiteException known ? known.getResultCode() : SQLiteErrorCode.UNKNOWN_ERROR;
        String message = message(e, code);
        String state = SqlStates.of(code, message);
        return switch (code.code & PRIMARY) {
            case 1, 25 -> new R2dbcBadGrammarException(message, state, code.code, sql, e);
            case 3, 23 -> new R2dbcPermissionDeniedException(message, state, code.code, sql, e);
            case 5, 6 ->
                new R2dbcTransientResourceException(
                        message + "; another connection held the lock for longer than the lock wait timeout, or waiting"
                                + " could not have helped",
                        state,
                        code.code,
                        sql,
                        e);
            case 9 -> new R2dbcTransientResourceException("The statement was cancelled", state, code.code, sql, e);
            case 18, 20 -> new R2dbcDataIntegrityViolationException(message, state, code.code, sql, e);
            case 19 -> new SqliteConstraintViolationException(message, state, code.code, sql, e);
            case 26 ->
                new R2dbcPermissionDeniedException(
                        "The file is not a SQLite database, or it is encrypted and this is not its password (" + message
                                + ")",
                        state,
                        code.code,
                        sql,
                        e);
            default -> new R2dbcNonTransientResourceException(message, state, code.code, sql, e);
        };
    }

    static R2dbcTimeoutException timeout(String timeout, @Nullable String sql, @Nullable Throwable cause) {
        return new R2dbcTimeoutException(
                "The statement was stopped after the statement timeout of " + timeout, "57014", 9, sql, cause);
    }

    static IllegalStateException closed() {
        return new IllegalStateException("The connection is closed");
    }

    /** What SQLite said, without what sqlite-jdbc wraps around it. */
    private static String message(SQLException e, SQLiteErrorCode code) {
        String message = e.getMessage();
        String prefix = code + " (";
        if (message == null) {
            return code.message;
        }
        return message.startsWith(prefix) && message.endsWith(")")
                ? message.substring(prefix.length(), message.length() - 1)
                : message;
    }
}
