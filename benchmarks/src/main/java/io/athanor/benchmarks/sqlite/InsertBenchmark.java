package io.athanor.benchmarks.sqlite;

import java.sql.SQLException;
import java.util.concurrent.TimeUnit;
import org.openjdk.jmh.annotations.Benchmark;
import org.openjdk.jmh.annotations.BenchmarkMode;
import org.openjdk.jmh.annotations.Fork;
import org.openjdk.jmh.annotations.Level;
import org.openjdk.jmh.annotations.Measurement;
import org.openjdk.jmh.annotations.Mode;
import org.openjdk.jmh.annotations.OutputTimeUnit;
import org.openjdk.jmh.annotations.Scope;
import org.openjdk.jmh.annotations.State;
import org.openjdk.jmh.annotations.TearDown;
import org.openjdk.jmh.annotations.Warmup;

/** A hundred thousand rows in one transaction. It is rolled back, so that the disk does not decide. */
@BenchmarkMode(Mode.AverageTime)
@OutputTimeUnit(TimeUnit.MILLISECONDS)
@State(Scope.Benchmark)
@Fork(2)
@Warmup(iterations = 3, time = 2)
@Measurement(iterations = 5, time = 2)
public class InsertBenchmark {
    private static final int ROWS = 100_000;

    private final ItemFile file;
    private final JdbcItems jdbc;
    private final R2dbcItems r2dbc;

    /** An empty table. */
    public InsertBenchmark() {
        file = ItemFile.with(0);
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

    /** {@code addBatch} and {@code executeBatch}. */
    @Benchmark
    public long jdbcBatch() throws SQLException {
        return jdbc.insert(ROWS);
    }

    /** {@code Statement.add()}. */
    @Benchmark
    public long r2dbcAdd() {
        return r2dbc.insert(ROWS);
    }

    /** A statement a row. */
    @Benchmark
    public long r2dbcOneByOne() {
        return r2dbc.insertOneByOne(ROWS);
    }
}
