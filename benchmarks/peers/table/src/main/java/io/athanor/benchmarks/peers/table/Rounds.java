package io.athanor.benchmarks.peers.table;

import io.athanor.benchmarks.peers.Database;
import io.athanor.benchmarks.peers.Sample;
import io.athanor.benchmarks.peers.Workload;
import java.io.IOException;
import java.sql.SQLException;
import java.util.ArrayList;
import java.util.Collections;
import java.util.EnumMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import org.jspecify.annotations.Nullable;

/**
 * Has contenders do each workload by turns, so that what disturbs the machine disturbs all: their JVMs are all alive, and one works at
 * a time. A contender whose result is not that of the first, or leaves tables other than it must, is complained of and goes on.
 */
final class Rounds implements AutoCloseable {
    private static final long SEED = 1_000;

    private final Options options;
    private final Observer observer;
    private final Referee referee;
    private final Results results;
    private final Map<Entrant, ContenderProcess> processes = new EnumMap<>(Entrant.class);

    Rounds(Options options, Observer observer, Results results) {
        this.options = options;
        this.observer = observer;
        this.referee = new Referee(observer, options.sizes());
        this.results = results;
    }

    /** Starts a JVM. */
    void enter(Entrant entrant, ContenderProcess.Launcher launcher, Database database, String heap) throws IOException {
        ContenderProcess process = launcher.start(entrant, database, heap);
        processes.put(entrant, process);
        process.awaitReady();
    }

    /** Measures a workload; the results are called {@code title}. */
    void run(Workload workload, String title) throws IOException, SQLException {
        List<Entrant> turns = new ArrayList<>(processes.keySet());
        checkSql(workload, turns);
        int warmUps = (int) Math.ceil(workload.warmUps() * options.warmUp());
        for (int round = -warmUps; round < options.rounds(); round++) {
            Collections.rotate(turns, 1);
            Map<Entrant, Long> checks = new EnumMap<>(Entrant.class);
            for (Entrant entrant : List.copyOf(turns)) {
                Results.Measurement measurement = measure(workload, title, entrant, SEED + round);
                if (measurement == null) {
                    turns.remove(entrant);
                    continue;
                }
                checks.put(entrant, measurement.sample().check());
                if (round >= 0) {
                    results.add(title, entrant, measurement);
                }
            }
            if (checks.values().stream().distinct().count() > 1) {
                results.complain(title + ": results differ: " + checks);
            }
        }
    }

    private Results.@Nullable Measurement measure(Workload workload, String title, Entrant entrant, long seed)
            throws IOException, SQLException {
        ContenderProcess process = Objects.requireNonNull(processes.get(entrant));
        String before = referee.prepare(workload);
        long server = observer.serverCpuNanos();
        ContenderProcess.Answer answer = process.run(workload, seed);
        server = observer.serverCpuNanos() - server;
        Sample sample = answer.sample();
        if (sample == null) {
            if (!answer.failure().startsWith("NONE")) {
                results.complain(title + ": " + entrant + ": " + answer.failure());
            }
            return null;
        }
        String complaint = referee.complaint(workload, before);
        if (!complaint.isEmpty()) {
            results.complain(title + ": " + entrant + ": " + complaint);
        }
        System.err.printf("%s %s %.3f ms%n", title, entrant, sample.nanos() / 1e6);
        return new Results.Measurement(sample, server);
    }

    private void checkSql(Workload workload, List<Entrant> entrants) throws IOException {
        if (workload != Workload.RENDER) {
            return;
        }
        for (Entrant entrant : entrants) {
            String sql = Objects.requireNonNull(processes.get(entrant)).sql().text();
            String complaint = sql == null ? "" : referee.complaintOfSql(entrant, sql);
            if (!complaint.isEmpty()) {
                results.complain(workload + ": " + entrant + ": " + complaint + ": " + sql);
            }
        }
    }

    @Override
    public void close() {
        processes.values().forEach(ContenderProcess::close);
    }
}
