package io.athanor.benchmarks.orm;

import io.athanor.benchmarks.core.BenchmarkServer;
import io.athanor.engine.Engine;
import java.util.concurrent.TimeUnit;
import org.openjdk.jmh.annotations.Benchmark;
import org.openjdk.jmh.annotations.BenchmarkMode;
import org.openjdk.jmh.annotations.Fork;
import org.openjdk.jmh.annotations.Level;
import org.openjdk.jmh.annotations.Measurement;
import org.openjdk.jmh.annotations.Mode;
import org.openjdk.jmh.annotations.OutputTimeUnit;
import org.openjdk.jmh.annotations.Scope;
import org.openjdk.jmh.annotations.Setup;
import org.openjdk.jmh.annotations.State;
import org.openjdk.jmh.annotations.TearDown;
import org.openjdk.jmh.annotations.Warmup;

/** 1,000 parents with 5 children each inserted, 1,000 children changed, 500 deleted, in one transaction. */
@BenchmarkMode(Mode.SingleShotTime)
@OutputTimeUnit(TimeUnit.MILLISECONDS)
@State(Scope.Benchmark)
@Fork(2)
@Warmup(iterations = 30)
@Measurement(iterations = 20)
public class UnitOfWorkBenchmark {
    private final Engine engine;
    private final OrmWork orm;
    private final R2dbcWork r2dbc;

    /** Tables made, pools open. */
    public UnitOfWorkBenchmark() {
        engine = Engine.of(BenchmarkServer.url());
        BenchmarkDatabase.prepare(engine).block();
        orm = new OrmWork(engine);
        r2dbc = new R2dbcWork(BenchmarkServer.url());
    }

    /** Empty tables for each. */
    @Setup(Level.Iteration)
    public void clear() {
        BenchmarkDatabase.clear(engine).block();
    }

    /** Leaves no connection. */
    @TearDown(Level.Trial)
    public void close() {
        r2dbc.close().then(engine.close()).block();
    }

    /** By a session: two flushes. */
    @Benchmark
    public void athanor() {
        orm.unitOfWork().block();
    }

    /** By hand, in six statements. */
    @Benchmark
    public void r2dbc() {
        r2dbc.unitOfWork().block();
    }
}
