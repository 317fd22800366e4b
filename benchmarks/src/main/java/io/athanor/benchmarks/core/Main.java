package io.athanor.benchmarks.core;

import java.util.Collection;
import org.openjdk.jmh.profile.GCProfiler;
import org.openjdk.jmh.results.RunResult;
import org.openjdk.jmh.runner.Runner;
import org.openjdk.jmh.runner.RunnerException;
import org.openjdk.jmh.runner.options.ChainedOptionsBuilder;
import org.openjdk.jmh.runner.options.CommandLineOptionException;
import org.openjdk.jmh.runner.options.CommandLineOptions;
import org.openjdk.jmh.runner.options.OptionsBuilder;

/** JMH with its own arguments, processor time and allocation beside the time, and the ratios at the end. */
public final class Main {
    private Main() {}

    /** Runs what the arguments, which are JMH's, say. */
    public static void main(String... arguments) throws CommandLineOptionException, RunnerException {
        ChainedOptionsBuilder options = new OptionsBuilder()
                .parent(new CommandLineOptions(arguments))
                .addProfiler(GCProfiler.class)
                .addProfiler(CpuProfiler.class);
        Collection<RunResult> results = new Runner(options.build()).run();
        System.out.println();
        Ratios.of(results).forEach(System.out::println);
    }
}
