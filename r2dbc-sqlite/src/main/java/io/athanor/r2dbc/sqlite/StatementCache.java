package io.athanor.r2dbc.sqlite;

import java.sql.SQLException;
import java.util.Iterator;
import java.util.LinkedHashMap;
import java.util.Map;
import org.sqlite.SQLiteConnection;

/** Statements that were prepared and are idle, the least recently used first to go. Confined to the worker. */
final class StatementCache {
    private final SQLiteConnection connection;
    private final int capacity;
    private final Map<String, PreparedSql> idle = new LinkedHashMap<>();

    StatementCache(SQLiteConnection connection, int capacity) {
        this.connection = connection;
        this.capacity = capacity;
    }

    /** A statement of its own for the caller, who gives it back. */
    PreparedSql take(String sql) throws SQLException {
        PreparedSql cached = idle.remove(sql);
        return cached == null ? new PreparedSql(connection, sql) : cached;
    }

    void giveBack(PreparedSql statement) throws SQLException {
        if (!statement.isUsable()) {
            return;
        }
        statement.reset();
        PreparedSql twin = idle.put(statement.sql(), statement);
        if (twin != null) {
            twin.close();
        }
        if (idle.size() > capacity) {
            Iterator<PreparedSql> oldest = idle.values().iterator();
            PreparedSql evicted = oldest.next();
            oldest.remove();
            evicted.close();
        }
    }

    int size() {
        return idle.size();
    }

    void close() throws SQLException {
        for (PreparedSql statement : idle.values()) {
            statement.close();
        }
        idle.clear();
    }
}
