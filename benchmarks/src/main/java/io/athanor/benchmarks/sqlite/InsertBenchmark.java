package io.athanor.benchmarks.sqlite;

import java.sql.SQLException;
import java.util.concurrent.TimeUnit;
import org.openjdk.jmh.annotations.Benchmark;
import org.openjdk.jmh.annotations.Measurement;
import org.openjdk.jmh.annotations.OutputTimeUnit;
import org.openjdk.jmh.annotations.Warmup;

/** A hundred thousand rows in one transaction. It is rolled back, so that the disk does not decide. */
@OutputTimeUnit(TimeUnit.MILLISECONDS)
@Warmup(iterations = 3, time = 2)
@Measurement(iterations = 5, time = 2)
public class InsertBenchmark extends ItemBenchmark {
    private static final int ROWS = 100_000;

    /** An empty table. */
    public InsertBenchmark() {
        super(0);
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
