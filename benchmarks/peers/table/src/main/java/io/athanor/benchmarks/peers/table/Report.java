package io.athanor.benchmarks.peers.table;

import io.athanor.benchmarks.peers.Workload;
import java.util.List;
import java.util.Locale;
import java.util.function.ToDoubleFunction;

/** The tables, in Markdown. Everything is a median of rounds; a ratio is the median of the rounds' own ratios. */
final class Report {
    private static final double MICRO = 1e3;
    private static final double MILLI = 1e6;
    private static final double SECOND = 1e9;
    private static final double MEGABYTE = 1024 * 1024;

    private final Options options;
    private final Results results;
    private final StringBuilder text = new StringBuilder();

    Report(Options options, Results results) {
        this.options = options;
        this.results = results;
    }

    String text() {
        return text.toString();
    }

    List<String> complaints() {
        return results.complaints();
    }

    void times() {
        line("## Throughput, and how many times that of " + Entrant.RAW);
        header("workload");
        for (Workload workload : options.workloads()) {
            row(workload + ", " + workload.unit(), workload.title(), entrant -> rate(workload, entrant));
        }
        line("\n## Client CPU µs / server CPU µs / bytes the client allocates, for each");
        header("workload");
        for (Workload workload : options.workloads()) {
            row(workload.title(), workload.title(), entrant -> costs(workload, entrant));
        }
        line("\n## Live heap after a collection, at most, MB");
        header("workload");
        for (Workload workload : options.workloads()) {
            row(
                    workload.title(),
                    workload.title(),
                    entrant -> number(results.of(workload.title(), entrant).stream()
                            .mapToDouble(measurement -> measurement.sample().liveBytes() / MEGABYTE)
                            .max()
                            .orElse(Double.NaN)));
        }
    }

    void firstRow() {
        line("\n## From the start of the JVM to the first row, ms");
        header("");
        row(
                "ms",
                FirstRow.TITLE,
                entrant -> number(results.median(
                        FirstRow.TITLE, entrant, measurement -> measurement.nanosPerOperation() / MILLI)));
    }

    void network() {
        line("\n## With 1 ms added to each round trip, ms for each, and how many times as fast as " + Entrant.RAW);
        header("workload");
        for (Workload workload : options.workloads()) {
            String title = SlowNetwork.title(workload);
            row(
                    workload.title(),
                    title,
                    entrant -> withRatio(
                            number(results.median(
                                    title, entrant, measurement -> measurement.nanosPerOperation() / MILLI)),
                            title,
                            entrant));
        }
    }

    void counts(List<RoundTrips.Count> counts) {
        line("\n## Statements / round trips / KB sent / KB received, for each point read, transaction, graph or run");
        header("workload");
        for (Workload workload : options.workloads()) {
            List<RoundTrips.Count> of = counts.stream()
                    .filter(count -> count.workload() == workload)
                    .toList();
            if (!of.isEmpty()) {
                cells(workload.title(), entrant -> of.stream()
                        .filter(count -> count.entrant() == entrant)
                        .findFirst()
                        .map(count -> number(count.statements()) + " / " + number(count.roundTrips()) + " / "
                                + number(count.kilobytesSent()) + " / " + number(count.kilobytesReceived()))
                        .orElse("–"));
            }
        }
    }

    /** Says what was wrong. */
    void end() {
        if (!complaints().isEmpty()) {
            line("\n## Wrong");
            complaints().forEach(complaint -> line("- " + complaint));
        }
    }

    private String rate(Workload workload, Entrant entrant) {
        ToDoubleFunction<Results.Measurement> rate =
                measurement -> SECOND / measurement.nanosPerOperation() * workload.perOperation();
        return withRatio(number(results.median(workload.title(), entrant, rate)), workload.title(), entrant);
    }

    private String withRatio(String value, String title, Entrant entrant) {
        return value + " (×" + number(results.timesAsFast(title, entrant, Entrant.RAW)) + ")";
    }

    private String costs(Workload workload, Entrant entrant) {
        return cost(workload, entrant, measurement -> measurement.sample().cpuNanos() / MICRO) + " / "
                + cost(workload, entrant, measurement -> measurement.serverCpuNanos() / MICRO) + " / "
                + cost(workload, entrant, measurement -> measurement.sample().allocated());
    }

    private String cost(Workload workload, Entrant entrant, ToDoubleFunction<Results.Measurement> value) {
        return number(results.median(
                workload.title(),
                entrant,
                measurement -> value.applyAsDouble(measurement)
                        / measurement.sample().operations()
                        / workload.perOperation()));
    }

    private interface Cell {
        String of(Entrant entrant);
    }

    private void header(String first) {
        cells(first, Entrant::toString);
        line("|---|" + "---|".repeat(options.entrants().size()));
    }

    private void row(String name, String title, Cell cell) {
        if (!results.isEmpty(title)) {
            cells(name, entrant -> results.of(title, entrant).isEmpty() ? "–" : cell.of(entrant));
        }
    }

    private void cells(String name, Cell cell) {
        StringBuilder row = new StringBuilder("| ").append(name).append(" |");
        options.entrants()
                .forEach(entrant -> row.append(' ').append(cell.of(entrant)).append(" |"));
        line(row.toString());
    }

    private void line(String line) {
        text.append(line).append('\n');
    }

    private static String number(double value) {
        if (Double.isNaN(value)) {
            return "–";
        }
        return String.format(Locale.ROOT, value >= 100 ? "%,.0f" : value >= 10 ? "%.1f" : "%.2f", value);
    }
}
