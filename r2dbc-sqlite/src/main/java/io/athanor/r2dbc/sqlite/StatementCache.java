package io.athanor.r2dbc.sqlite;

import java.sql.SQLException;
import java.util.Iterator;
import java.util.LinkedHashMap;
import java.util.Map;
import org.jspecify.annotations.Nullable;
import org.sqlite.SQLiteConnection;

/** Statements that were prepared and are idle, the least recently used first to go. Confined to the worker. */
final class StatementCache {
    private final SQLiteConnection connection;
    private final int capacity;
    private final Map<String, PreparedSql> idle = new LinkedHashMap<>();
    private @Nullable PreparedSql latest; // Most often the next one again, and spared the way through the map.

    StatementCache(SQLiteConnection connection, int capacity) {
        this.connection = connection;
        this.capacity = capacity;
    }

    /** A statement of its own for the caller, who gives it back. */
    PreparedSql take(String sql) throws SQLException {
        PreparedSql last = latest;
        if (last != null && last.sql().equals(sql)) {
            latest = null;
            return last;
        }
        PreparedSql cached = idle.remove(sql);
        return cached == null ? new PreparedSql(connection, sql) : cached;
    }

    void giveBack(PreparedSql statement) throws SQLException {
        if (!statement.isUsable()) {
            return;
        }
        statement.reset();
        PreparedSql earlier = latest;
        latest = statement;
        if (earlier != null) {
            keep(earlier);
        }
        if (earlier != null || capacity == 0) {
            evict();
        }
    }

    private void keep(PreparedSql statement) throws SQLException {
        PreparedSql twin = idle.put(statement.sql(), statement);
        if (twin != null) {
            twin.close();
        }
    }

    private void evict() throws SQLException {
        if (size() <= capacity) {
            return;
        }
        Iterator<PreparedSql> oldest = idle.values().iterator();
        PreparedSql evicted = oldest.hasNext() ? oldest.next() : latest;
        if (evicted == latest) {
            latest = null;
        } else {
            oldest.remove();
        }
        if (evicted != null) {
            evicted.close();
        }
    }

    int size() {
        return idle.size() + (latest == null ? 0 : 1);
    }

    void close() throws SQLException {
        for (PreparedSql statement : idle.values()) {
            statement.close();
        }
        idle.clear();
        if (latest != null) {
            latest.close();
            latest = null;
        }
    }
}
