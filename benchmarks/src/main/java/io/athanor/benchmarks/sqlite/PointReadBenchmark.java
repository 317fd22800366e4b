package io.athanor.benchmarks.sqlite;

import java.sql.SQLException;
import java.util.concurrent.TimeUnit;
import org.openjdk.jmh.annotations.Benchmark;
import org.openjdk.jmh.annotations.BenchmarkMode;
import org.openjdk.jmh.annotations.Fork;
import org.openjdk.jmh.annotations.Level;
import org.openjdk.jmh.annotations.Measurement;
import org.openjdk.jmh.annotations.Mode;
import org.openjdk.jmh.annotations.OperationsPerInvocation;
import org.openjdk.jmh.annotations.OutputTimeUnit;
import org.openjdk.jmh.annotations.Scope;
import org.openjdk.jmh.annotations.State;
import org.openjdk.jmh.annotations.TearDown;
import org.openjdk.jmh.annotations.Warmup;
import reactor.core.publisher.Flux;

/** One row by its key: what a thread hop costs, and what is left of it when the next statement is asked for on the worker. */
@BenchmarkMode(Mode.AverageTime)
@OutputTimeUnit(TimeUnit.MICROSECONDS)
@State(Scope.Benchmark)
@Fork(2)
@Warmup(iterations = 3, time = 1)
@Measurement(iterations = 5, time = 1)
public class PointReadBenchmark {
    private static final int ROWS = 10_000;
    private static final int CHAIN = 1_000;

    private final ItemFile file;
    private final JdbcItems jdbc;
    private final R2dbcItems r2dbc;
    private long next;

    /** A small table. */
    public PointReadBenchmark() {
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
