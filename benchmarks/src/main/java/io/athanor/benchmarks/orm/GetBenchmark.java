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

/** A thousand reads by key, one after another, in one transaction: what one of them takes. */
@BenchmarkMode(Mode.SingleShotTime)
@OutputTimeUnit(TimeUnit.MICROSECONDS)
@State(Scope.Benchmark)
@Fork(2)
@Warmup(iterations = 30)
@Measurement(iterations = 15)
public class GetBenchmark {
    private static final int COUNT = 1_000;

    private final Engine engine;
    private final ItemReads items;
    private long next;

    /** Tables filled, the pool open. */
    public GetBenchmark() {
        engine = Engine.of(BenchmarkServer.url());
        BenchmarkDatabase.prepare(engine).block();
        items = new ItemReads(engine);
    }

    /** Leaves no connection. */
    @TearDown(Level.Trial)
    public void close() {
        engine.close().block();
    }

    private long first() {
        next = (next + COUNT) % BenchmarkDatabase.ITEMS;
        return 1 + next;
    }

    /** Records, in a transaction of the core. */
    @Benchmark
    @OperationsPerInvocation(COUNT)
    public @Nullable Long core() {
        return items.getByCore(first(), COUNT).block();
    }

    /** Entities, in a session. */
    @Benchmark
    @OperationsPerInvocation(COUNT)
    public @Nullable Long orm() {
        return items.get(first(), COUNT).block();
    }

    /** Entities, in a session that only reads. */
    @Benchmark
    @OperationsPerInvocation(COUNT)
    public @Nullable Long ormReadOnly() {
        return items.getOnly(first(), COUNT).block();
    }
}
