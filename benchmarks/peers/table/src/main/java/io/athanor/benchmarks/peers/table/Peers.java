package io.athanor.benchmarks.peers.table;

import io.athanor.benchmarks.peers.Database;
import io.athanor.benchmarks.peers.Workload;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.sql.SQLException;
import java.util.EnumSet;
import java.util.List;
import java.util.Set;

/**
 * Runs the contenders and prints the table: {@code rounds=5 scale=1 warm-up=1 only=raw,athanor workloads=graph
 * phases=times,first-row,counts,network jvm=-Xlog:gc;-Xint url=postgresql://… directory=target/peers}, each with the default shown or all there is. Ends
 * with 1 if a contender's results were not those of the others.
 */
public final class Peers {
    private static final String HEAP = "1g";
    private static final String SMALL_HEAP = "64m";
    private static final Set<Workload> IN_SMALL_HEAP = EnumSet.of(Workload.STREAM, Workload.STREAM_BY_DEMAND);

    private final Options options;
    private final ContenderProcess.Launcher launcher;
    private final Database database;
    private final Observer observer;
    private final Results results = new Results();

    private Peers(Options options, ClassPaths classPaths, Database database, Observer observer) {
        this.options = options;
        this.launcher = new ContenderProcess.Launcher(classPaths, options);
        this.database = database;
        this.observer = observer;
    }

    /** From the command line, after the build of all modules. */
    public static void main(String[] arguments) throws IOException, SQLException {
        ClassPaths classPaths = ClassPaths.ofModules(Path.of(System.getProperty("peers.modules", "benchmarks/peers")));
        Options options = Options.parse(arguments);
        Report report = run(options, classPaths);
        System.out.println(report.text());
        System.exit(report.complaints().isEmpty() ? 0 : 1);
    }

    static Report run(Options options, ClassPaths classPaths) throws IOException, SQLException {
        Files.createDirectories(options.directory());
        try (Server server = Server.of(options.url());
                Observer observer = new Observer(server.database())) {
            Schema.create(observer, options.sizes());
            Report report = new Peers(options, classPaths, server.database(), observer).run();
            Files.writeString(options.directory().resolve("table.md"), report.text());
            return report;
        }
    }

    private Report run() throws IOException, SQLException {
        Report report = new Report(options, results);
        if (options.phases().contains(Options.Phase.TIMES)) {
            times(HEAP, EnumSet.complementOf(EnumSet.copyOf(IN_SMALL_HEAP)));
            times(SMALL_HEAP, IN_SMALL_HEAP);
            report.times();
        }
        if (options.phases().contains(Options.Phase.FIRST_ROW)) {
            FirstRow.measure(options, launcher, database, results);
            report.firstRow();
        }
        if (options.phases().contains(Options.Phase.COUNTS)) {
            report.counts(new RoundTrips(options, launcher, database, observer).count());
        }
        if (options.phases().contains(Options.Phase.NETWORK)) {
            SlowNetwork.measure(options, launcher, database, observer, results);
            report.network();
        }
        report.end();
        return report;
    }

    private void times(String heap, Set<Workload> among) throws IOException, SQLException {
        List<Workload> workloads =
                options.workloads().stream().filter(among::contains).toList();
        if (workloads.isEmpty()) {
            return;
        }
        try (Rounds rounds = new Rounds(options, observer, results)) {
            for (Entrant entrant : options.entrants()) {
                rounds.enter(entrant, launcher, database, heap);
            }
            for (Workload workload : workloads) {
                rounds.run(workload, workload.title());
            }
        }
    }
}
