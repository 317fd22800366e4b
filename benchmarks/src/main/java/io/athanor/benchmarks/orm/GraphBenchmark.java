package io.athanor.benchmarks.orm;

import io.athanor.benchmarks.core.BenchmarkServer;
import io.athanor.engine.Engine;
import java.util.concurrent.TimeUnit;
import org.jspecify.annotations.Nullable;
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

/** 200 authors with 10 books each and 3 tags of each book, read as objects. */
@BenchmarkMode(Mode.AverageTime)
@OutputTimeUnit(TimeUnit.MILLISECONDS)
@State(Scope.Benchmark)
@Fork(2)
@Warmup(iterations = 5, time = 2)
@Measurement(iterations = 5, time = 2)
public class GraphBenchmark {
    private static final long COUNT = 200;

    private final Engine engine;
    private final OrmWork orm;
    private final R2dbcWork r2dbc;
    private long next;

    /** Tables filled, pools open. */
    public GraphBenchmark() {
        engine = Engine.of(BenchmarkServer.url());
        BenchmarkDatabase.prepare(engine).block();
        orm = new OrmWork(engine);
        r2dbc = new R2dbcWork(BenchmarkServer.url());
    }

    /** Leaves no connection. */
    @TearDown(Level.Trial)
    public void close() {
        r2dbc.close().then(engine.close()).block();
    }

    private long first() {
        next = (next + COUNT) % BenchmarkDatabase.AUTHORS;
        return 1 + next;
    }

    /** By a session. */
    @Benchmark
    public @Nullable Long athanor() {
        return orm.readGraph(first(), COUNT).block();
    }

    /** By a session that only reads. */
    @Benchmark
    public @Nullable Long athanorReadOnly() {
        return orm.readGraphOnly(first(), COUNT).block();
    }

    /** By hand, in three statements. */
    @Benchmark
    public @Nullable Long r2dbc() {
        return r2dbc.readGraph(first(), COUNT).block();
    }
}
