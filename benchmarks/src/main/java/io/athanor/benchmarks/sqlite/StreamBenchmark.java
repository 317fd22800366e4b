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

/** A million rows of an integer, a text and a real, every column read and checked for null. */
@BenchmarkMode(Mode.AverageTime)
@OutputTimeUnit(TimeUnit.MILLISECONDS)
@State(Scope.Benchmark)
@Fork(2)
@Warmup(iterations = 3, time = 3)
@Measurement(iterations = 5, time = 3)
public class StreamBenchmark {
    private static final int ROWS = 1_000_000;

    private final ItemFile file;
    private final JdbcItems jdbc;
    private final R2dbcItems r2dbc;

    /** A million rows, about 30 MB. */
    public StreamBenchmark() {
        file = ItemFile.with(ROWS);
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

    /** {@code ResultSet.next()}. */
    @Benchmark
    public double jdbc() throws SQLException {
        return jdbc.stream();
    }

    /** {@code Result.map}. */
    @Benchmark
    public double r2dbc() {
        return r2dbc.stream();
    }
}
