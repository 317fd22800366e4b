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
import reactor.core.publisher.Flux;

/** Reads by key, 16 at once over 8 connections of a pool, each a statement of its own: what one of them takes. */
@BenchmarkMode(Mode.SingleShotTime)
@OutputTimeUnit(TimeUnit.MICROSECONDS)
@State(Scope.Benchmark)
@Fork(2)
@Warmup(iterations = 40)
@Measurement(iterations = 30)
public class PointReadBenchmark {
    private static final int READS = 2_000;
    private static final int AT_ONCE = 16;

    private final Rows rows = new Rows(BenchmarkServer.url());

    /** The table filled, pools open. */
    public PointReadBenchmark() {}

    /** Leaves no connection. */
    @TearDown
    public void close() {
        rows.close();
    }

    /** By the driver and its pool as their documentation shows them. */
    @Benchmark
    @OperationsPerInvocation(READS)
    public @Nullable Long r2dbc() {
        return Flux.range(1, READS)
                .flatMap(key -> rows.oneByDriver(key), AT_ONCE)
                .reduce(0L, (sum, row) -> sum + row.quantity())
                .block();
    }

    /** By an engine. */
    @Benchmark
    @OperationsPerInvocation(READS)
    public @Nullable Long athanor() {
        return Flux.range(1, READS)
                .flatMap(key -> rows.one(key), AT_ONCE)
                .reduce(0L, (sum, row) -> sum + row.quantity())
                .block();
    }
}
