package io.athanor.r2dbc.sqlite;

import org.sqlite.SQLiteErrorCode;

/** The SQLSTATE for a result code. SQLite has none of its own; these are the standard's and PostgreSQL's. */
final class SqlStates {
    private SqlStates() {}

    static String of(SQLiteErrorCode code, String message) {
        return switch (code) {
            case SQLITE_CONSTRAINT_UNIQUE, SQLITE_CONSTRAINT_PRIMARYKEY, SQLITE_CONSTRAINT_ROWID -> "23505";
            case SQLITE_CONSTRAINT_FOREIGNKEY -> "23503";
            case SQLITE_CONSTRAINT_NOTNULL -> "23502";
            case SQLITE_CONSTRAINT_CHECK -> "23514";
            case SQLITE_CONSTRAINT_DATATYPE -> "22018";
            case SQLITE_BUSY_SNAPSHOT -> "40001";
            default -> ofPrimary(code.code & 0xff, message);
        };
    }

    private static String ofPrimary(int code, String message) {
        return switch (code) {
            case 1 -> ofError(message);
            case 3, 23 -> "42501";
            case 5, 6 -> "55P03";
            case 7 -> "53200";
            case 8 -> "25006";
            case 9 -> "57014";
            case 10 -> "58030";
            case 11 -> "XX001";
            case 13 -> "53100";
            case 14 -> "08001";
            case 18 -> "22001";
            case 19 -> "23000";
            case 20 -> "22018";
            case 26 -> "28000";
            default -> "HY000";
        };
    }

    /** {@code SQLITE_ERROR} is everything that preparing can find wrong; only the text tells what. */
    private static String ofError(String message) {
        if (message.startsWith("no such table")) {
            return "42P01";
        }
        if (message.startsWith("no such column") || message.contains("has no column named")) {
            return "42703";
        }
        if (message.equals("integer overflow")) {
            return "22003";
        }
        if (message.equals("malformed JSON")) {
            return "22032";
        }
        return message.contains("syntax error") ? "42601" : "42000";
    }
}
