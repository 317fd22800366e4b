package io.athanor.benchmarks.sqlite;

import java.sql.SQLException;
import java.util.concurrent.TimeUnit;
import org.openjdk.jmh.annotations.Benchmark;
import org.openjdk.jmh.annotations.Measurement;
import org.openjdk.jmh.annotations.OutputTimeUnit;
import org.openjdk.jmh.annotations.Warmup;

/** A million rows of an integer, a text and a real, every column read and checked for null. */
@OutputTimeUnit(TimeUnit.MILLISECONDS)
@Warmup(iterations = 3, time = 3)
@Measurement(iterations = 5, time = 3)
public class StreamBenchmark extends ItemBenchmark {
    private static final int ROWS = 1_000_000;

    /** A million rows, about 30 MB. */
    public StreamBenchmark() {
        super(ROWS);
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
