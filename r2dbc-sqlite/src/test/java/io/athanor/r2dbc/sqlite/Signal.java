package io.athanor.r2dbc.sqlite;

import java.sql.SQLException;
import java.util.concurrent.CountDownLatch;
import java.util.concurrent.TimeUnit;
import org.sqlite.Function;

/** A SQL function {@code signal()} that is 1, and tells a test that the statement is being computed. */
final class Signal extends Function {
    private final CountDownLatch latch;

    private Signal(CountDownLatch latch) {
        this.latch = latch;
    }

    static void on(SqliteConnection connection, CountDownLatch latch) {
        try {
            Function.create(connection.database().connection(), "signal", new Signal(latch));
        } catch (SQLException e) {
            throw new AssertionError(e);
        }
    }

    static void await(CountDownLatch latch) {
        try {
            if (!latch.await(Sql.PATIENCE.toMillis(), TimeUnit.MILLISECONDS)) {
                throw new AssertionError("never computed");
            }
        } catch (InterruptedException e) {
            throw new AssertionError(e);
        }
    }

    @Override
    protected void xFunc() throws SQLException {
        latch.countDown();
        result(1);
    }
}
