package io.athanor.benchmarks.core;

import java.lang.management.ManagementFactory;
import java.lang.management.ThreadMXBean;
import java.util.Collection;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import org.openjdk.jmh.infra.BenchmarkParams;
import org.openjdk.jmh.infra.IterationParams;
import org.openjdk.jmh.profile.InternalProfiler;
import org.openjdk.jmh.results.AggregationPolicy;
import org.openjdk.jmh.results.IterationResult;
import org.openjdk.jmh.results.Result;
import org.openjdk.jmh.results.ScalarResult;

/**
 * The processor time that the threads of the client's JVM take for an operation, in microseconds: unlike the time that passes
 * it does not depend much on what else the machine does. Neither the compiler's time nor the collector's is in it.
 */
public final class CpuProfiler implements InternalProfiler {
    /** What the figure is called among a benchmark's results. */
    static final String CPU = "cpu.time.norm";

    private final ThreadMXBean threads = ManagementFactory.getThreadMXBean();
    private Map<Long, Long> before = Map.of();

    /** Made by JMH. */
    public CpuProfiler() {}

    @Override
    public String getDescription() {
        return "processor time of the client";
    }

    @Override
    public void beforeIteration(BenchmarkParams benchmark, IterationParams iteration) {
        before = nanosOfThreads();
    }

    @Override
    public Collection<? extends Result<?>> afterIteration(
            BenchmarkParams benchmark, IterationParams iteration, IterationResult result) {
        double micros = nanosSinceBefore() / 1_000.0;
        double operations = result.getMetadata().getAllOps();
        return List.of(new ScalarResult(CPU, micros / operations, "us/op", AggregationPolicy.AVG));
    }

    /** Threads that have ended meanwhile are left out. */
    private long nanosSinceBefore() {
        long sum = 0;
        for (Map.Entry<Long, Long> thread : nanosOfThreads().entrySet()) {
            sum += thread.getValue() - before.getOrDefault(thread.getKey(), 0L);
        }
        return sum;
    }

    private Map<Long, Long> nanosOfThreads() {
        Map<Long, Long> nanos = new HashMap<>();
        for (long thread : threads.getAllThreadIds()) {
            nanos.put(thread, threads.getThreadCpuTime(thread));
        }
        return nanos;
    }
}
