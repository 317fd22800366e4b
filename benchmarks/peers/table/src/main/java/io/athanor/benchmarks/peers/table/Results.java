package io.athanor.benchmarks.peers.table;

import io.athanor.benchmarks.peers.Sample;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.function.ToDoubleFunction;
import java.util.stream.IntStream;

/** Samples by what was done and by whom, in the order of the rounds. */
final class Results {
    private final Map<String, Map<Entrant, List<Measurement>>> all = new LinkedHashMap<>();
    private final List<String> complaints = new ArrayList<>();

    /** A sample, and what the server computed meanwhile. */
    record Measurement(Sample sample, long serverCpuNanos) {
        double nanosPerOperation() {
            return (double) sample.nanos() / sample.operations();
        }
    }

    void add(String workload, Entrant entrant, Measurement measurement) {
        all.computeIfAbsent(workload, none -> new LinkedHashMap<>())
                .computeIfAbsent(entrant, none -> new ArrayList<>())
                .add(measurement);
    }

    void complain(String complaint) {
        complaints.add(complaint);
    }

    List<String> complaints() {
        return complaints;
    }

    boolean isEmpty(String workload) {
        return !all.containsKey(workload);
    }

    List<Measurement> of(String workload, Entrant entrant) {
        return all.getOrDefault(workload, Map.of()).getOrDefault(entrant, List.of());
    }

    double median(String workload, Entrant entrant, ToDoubleFunction<Measurement> value) {
        return median(of(workload, entrant).stream().mapToDouble(value).toArray());
    }

    /** How much faster than another, round by round: the median of the ratios. */
    double timesAsFast(String workload, Entrant entrant, Entrant other) {
        List<Measurement> own = of(workload, entrant);
        List<Measurement> others = of(workload, other);
        return median(IntStream.range(0, Math.min(own.size(), others.size()))
                .mapToDouble(round ->
                        others.get(round).nanosPerOperation() / own.get(round).nanosPerOperation())
                .toArray());
    }

    /** NaN of nothing. */
    static double median(double[] values) {
        if (values.length == 0) {
            return Double.NaN;
        }
        double[] sorted = values.clone();
        Arrays.sort(sorted);
        return (sorted[(sorted.length - 1) / 2] + sorted[sorted.length / 2]) / 2;
    }
}
