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
import org.openjdk.jmh.annotations.OperationsPerInvocation;
import org.openjdk.jmh.annotations.OutputTimeUnit;
import org.openjdk.jmh.annotations.Scope;
import org.openjdk.jmh.annotations.State;
import org.openjdk.jmh.annotations.TearDown;
import org.openjdk.jmh.annotations.Warmup;

/** A stream of 20,000 rows of eight columns: what one of them takes. */
@BenchmarkMode(Mode.SingleShotTime)
@OutputTimeUnit(TimeUnit.MICROSECONDS)
@State(Scope.Benchmark)
@Fork(2)
@Warmup(iterations = 50)
@Measurement(iterations = 20)
public class StreamBenchmark {
    private static final int ROWS = 20_000;

    private final Engine engine;
    private final ItemReads items;

    /** Tables filled, the pool open. */
    public StreamBenchmark() {
        engine = Engine.of(BenchmarkServer.url());
        BenchmarkDatabase.prepare(engine).block();
        items = new ItemReads(engine);
    }

    /** Leaves no connection. */
    @TearDown(Level.Trial)
    public void close() {
        engine.close().block();
    }

    /** Records, in a transaction of the core. */
    @Benchmark
    @OperationsPerInvocation(ROWS)
    public @Nullable Long core() {
        return items.streamByCore(ROWS).block();
    }

    /** Entities, in a session. */
    @Benchmark
    @OperationsPerInvocation(ROWS)
    public @Nullable Long orm() {
        return items.stream(ROWS).block();
    }

    /** Entities, in a session that only reads. */
    @Benchmark
    @OperationsPerInvocation(ROWS)
    public @Nullable Long ormReadOnly() {
        return items.streamOnly(ROWS).block();
    }
}
