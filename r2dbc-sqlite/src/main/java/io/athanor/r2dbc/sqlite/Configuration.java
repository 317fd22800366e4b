package io.athanor.r2dbc.sqlite;

import java.time.Duration;
import java.util.List;
import org.jspecify.annotations.Nullable;

/**
 * What the options of a factory come down to.
 *
 * @param pragmas run in order on every new connection
 * @param password null if there is none
 * @param statementTimeout zero if there is none
 */
record Configuration(
        DatabaseLocation location,
        List<String> pragmas,
        @Nullable CharSequence password,
        boolean readOnly,
        Duration lockWaitTimeout,
        Duration statementTimeout,
        TransactionMode transactionMode,
        int maxConnections,
        int statementCacheSize) {
    @Override
    public String toString() {
        return "SQLite " + location.name();
    }
}
