package io.athanor.benchmarks.core;

import java.util.ArrayList;
import java.util.Collection;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import org.jspecify.annotations.Nullable;
import org.openjdk.jmh.results.Result;
import org.openjdk.jmh.results.RunResult;

/** Results of one run beside those of the method of their class that they are compared with. */
final class Ratios {
    /** The methods that others are compared with, the first that a class has. */
    private static final List<String> COMPARED_WITH = List.of("core", "r2dbc", "jdbc");

    private Ratios() {}

    /** A line of a Markdown table for each benchmark. */
    static List<String> of(Collection<RunResult> results) {
        Map<String, List<Measured>> byClass = new LinkedHashMap<>();
        for (RunResult result : results) {
            Measured measured = Measured.of(result);
            byClass.computeIfAbsent(measured.group(), group -> new ArrayList<>())
                    .add(measured);
        }
        List<String> lines = new ArrayList<>();
        lines.add(String.format(
                Locale.ROOT,
                "%-34s %12s %7s %12s %7s %14s %7s",
                "Benchmark",
                "time",
                "x",
                "CPU us/op",
                "x",
                "bytes/op",
                "x"));
        byClass.values().forEach(group -> {
            Measured other = comparedWith(group);
            group.forEach(each -> lines.add(each.line(other == null ? each : other)));
        });
        return lines;
    }

    private static @Nullable Measured comparedWith(List<Measured> group) {
        for (String method : COMPARED_WITH) {
            for (Measured each : group) {
                if (each.method().equals(method)) {
                    return each;
                }
            }
        }
        return null;
    }

    private record Measured(String group, String method, double time, double cpu, double bytes) {
        static Measured of(RunResult result) {
            String name = result.getParams().getBenchmark();
            int method = name.lastIndexOf('.');
            String type = name.substring(name.lastIndexOf('.', method - 1) + 1, method);
            var more = result.getSecondaryResults(); // of results of a raw type
            String parameters = String.join(
                    ",",
                    result.getParams().getParamsKeys().stream()
                            .map(key -> result.getParams().getParam(key))
                            .toList());
            return new Measured(
                    type + (parameters.isEmpty() ? "" : ":" + parameters),
                    name.substring(method + 1),
                    result.getPrimaryResult().getScore(),
                    score(more.get(CpuProfiler.CPU)),
                    score(more.get("gc.alloc.rate.norm")));
        }

        private static double score(@Nullable Result<?> result) {
            return result == null ? Double.NaN : result.getScore();
        }

        String line(Measured other) {
            return String.format(
                    Locale.ROOT,
                    "%-34s %12.3f %7.2f %12.2f %7.2f %14.0f %7.2f",
                    group.replace("Benchmark", "") + "." + method,
                    time,
                    time / other.time,
                    cpu,
                    cpu / other.cpu,
                    bytes,
                    bytes / other.bytes);
        }
    }
}
