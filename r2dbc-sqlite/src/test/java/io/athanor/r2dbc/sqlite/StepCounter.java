package io.athanor.r2dbc.sqlite;

import java.sql.SQLException;
import java.util.concurrent.atomic.AtomicInteger;
import org.sqlite.Function;

/** A SQL function {@code counted(x)} that is x, and counts how many rows SQLite has really made. */
final class StepCounter extends Function {
    private final AtomicInteger steps = new AtomicInteger();

    static StepCounter on(SqliteConnection connection) {
        StepCounter counter = new StepCounter();
        try {
            Function.create(connection.database().connection(), "counted", counter);
        } catch (SQLException e) {
            throw new AssertionError(e);
        }
        return counter;
    }

    int steps() {
        return steps.get();
    }

    @Override
    protected void xFunc() throws SQLException {
        steps.incrementAndGet();
        result(value_long(0));
    }
}
