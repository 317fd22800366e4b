package io.athanor.benchmarks.core;

import java.util.concurrent.TimeUnit;
import org.jspecify.annotations.Nullable;
import org.openjdk.jmh.annotations.Benchmark;
import org.openjdk.jmh.annotations.BenchmarkMode;
import org.openjdk.jmh.annotations.Fork;
import org.openjdk.jmh.annotations.Measurement;
import org.openjdk.jmh.annotations.Mode;
import org.openjdk.jmh.annotations.OperationsPerInvocation;
import org.openjdk.jmh.annotations.OutputTimeUnit;
import org.openjdk.jmh.annotations.Scope;
import org.openjdk.jmh.annotations.State;
import org.openjdk.jmh.annotations.TearDown;
import org.openjdk.jmh.annotations.Warmup;

/** A whole table of 100,000 rows streamed, without a parameter: what one row takes. */
@BenchmarkMode(Mode.SingleShotTime)
@OutputTimeUnit(TimeUnit.MICROSECONDS)
@State(Scope.Benchmark)
@Fork(2)
@Warmup(iterations = 30)
@Measurement(iterations = 20)
public class ReadAllBenchmark {
    private final Rows rows = new Rows(BenchmarkServer.url());

    /** The table filled, pools open. */
    public ReadAllBenchmark() {}

    /** Leaves no connection. */
    @TearDown
    public void close() {
        rows.close();
    }

    /** By the driver as its documentation shows it. */
    @Benchmark
    @OperationsPerInvocation(Rows.COUNT)
    public @Nullable Long r2dbc() {
        return rows.allByDriver().reduce(0L, (sum, row) -> sum + row.quantity()).block();
    }

    /** By an engine. */
    @Benchmark
    @OperationsPerInvocation(Rows.COUNT)
    public @Nullable Long athanor() {
        return rows.all().reduce(0L, (sum, row) -> sum + row.quantity()).block();
    }

    /** By an engine, 256 at a time. */
    @Benchmark
    @OperationsPerInvocation(Rows.COUNT)
    public @Nullable Long athanorByDemand() {
        return rows.all()
                .limitRate(256)
                .reduce(0L, (sum, row) -> sum + row.quantity())
                .block();
    }
}
