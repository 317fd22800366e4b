package io.athanor.dialect;

import org.jspecify.annotations.Nullable;

/** The meaning of the SQLSTATEs that the standard, and most databases with it, define. */
final class SqlStates {
    private SqlStates() {}

    static ErrorKind classify(@Nullable String state) {
        if (state == null || state.length() != 5) {
            return ErrorKind.OTHER;
        }
        return switch (state) {
            case "23505" -> ErrorKind.UNIQUE_VIOLATION;
            case "23503", "23001", "23506" -> ErrorKind.FOREIGN_KEY_VIOLATION;
            case "23502" -> ErrorKind.NOT_NULL_VIOLATION;
            case "23513", "23514" -> ErrorKind.CHECK_VIOLATION;
            case "40001" -> ErrorKind.SERIALIZATION_FAILURE;
            case "40P01" -> ErrorKind.DEADLOCK;
            case "55P03", "HYT00" -> ErrorKind.LOCK_TIMEOUT;
            case "57014" -> ErrorKind.STATEMENT_TIMEOUT;
            case "57P01", "57P02", "57P03", "25P03", "57P05" -> ErrorKind.CONNECTION_LOST;
            default -> byClass(state.substring(0, 2));
        };
    }

    private static ErrorKind byClass(String stateClass) {
        return switch (stateClass) {
            case "08" -> ErrorKind.CONNECTION_LOST;
            case "21", "22" -> ErrorKind.DATA;
            case "28" -> ErrorKind.ACCESS_DENIED;
            case "42" -> ErrorKind.BAD_STATEMENT;
            default -> ErrorKind.OTHER;
        };
    }
}
