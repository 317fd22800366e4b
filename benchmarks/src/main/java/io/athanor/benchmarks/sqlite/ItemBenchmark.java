package io.athanor.benchmarks.sqlite;

import java.sql.SQLException;
import org.openjdk.jmh.annotations.BenchmarkMode;
import org.openjdk.jmh.annotations.Fork;
import org.openjdk.jmh.annotations.Level;
import org.openjdk.jmh.annotations.Mode;
import org.openjdk.jmh.annotations.Scope;
import org.openjdk.jmh.annotations.State;
import org.openjdk.jmh.annotations.TearDown;

/** One file of items, opened by plain sqlite-jdbc and by the driver. */
@BenchmarkMode(Mode.AverageTime)
@State(Scope.Benchmark)
@Fork(2)
public abstract class ItemBenchmark {
    final JdbcItems jdbc;
    final R2dbcItems r2dbc;

    private final ItemFile file;

    ItemBenchmark(int rows) {
        file = ItemFile.with(rows);
        jdbc = JdbcItems.open(file);
        r2dbc = new R2dbcItems(file);
    }

    /** Leaves nothing behind. */
    @TearDown(Level.Trial)
    public void close() throws SQLException {
        jdbc.close();
        r2dbc.close();
        file.close();
    }
}
