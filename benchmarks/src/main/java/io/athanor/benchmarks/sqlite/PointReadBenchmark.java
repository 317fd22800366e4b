package io.athanor.benchmarks.sqlite;

import java.sql.SQLException;
import java.util.concurrent.TimeUnit;
import org.openjdk.jmh.annotations.Benchmark;
import org.openjdk.jmh.annotations.Measurement;
import org.openjdk.jmh.annotations.OperationsPerInvocation;
import org.openjdk.jmh.annotations.OutputTimeUnit;
import org.openjdk.jmh.annotations.Warmup;
import reactor.core.publisher.Flux;

/** One row by its key: what a thread hop costs, and what is left of it when the next statement is asked for on the worker. */
@OutputTimeUnit(TimeUnit.MICROSECONDS)
@Warmup(iterations = 3, time = 1)
@Measurement(iterations = 5, time = 1)
public class PointReadBenchmark extends ItemBenchmark {
    private static final int ROWS = 10_000;
    private static final int CHAIN = 1_000;

    private long next;

    /** A small table. */
    public PointReadBenchmark() {
        super(ROWS);
    }

    private long id() {
        next = (next + 7919) % ROWS;
        return next + 1;
    }

    /** On the caller's thread. */
    @Benchmark
    public String jdbc() throws SQLException {
        return jdbc.name(id());
    }

    /** There and back again: the caller waits for the worker. */
    @Benchmark
    public String r2dbcBlocking() {
        return R2dbcItems.require(r2dbc.name(id()));
    }

    /** A thousand in a chain, as a reactive program runs them. */
    @Benchmark
    @OperationsPerInvocation(CHAIN)
    public long r2dbcChained() {
        return R2dbcItems.require(
                Flux.range(0, CHAIN).concatMap(i -> r2dbc.name(id()), 0).count());
    }
}
