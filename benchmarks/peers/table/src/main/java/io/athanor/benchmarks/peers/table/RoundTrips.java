package io.athanor.benchmarks.peers.table;

import io.athanor.benchmarks.peers.Database;
import io.athanor.benchmarks.peers.Workload;
import java.io.IOException;
import java.sql.SQLException;
import java.util.ArrayList;
import java.util.EnumSet;
import java.util.List;
import java.util.Set;

/** Counts what goes to the server for one operation, when all that is prepared once has been prepared. */
final class RoundTrips {
    /** What runs many at once says the same as what runs alone, or nothing; what is not sent counts nothing. */
    private static final Set<Workload> NOT_COUNTED = EnumSet.of(
            Workload.POINT_READS,
            Workload.READ_CHANGE_WRITE,
            Workload.STREAMS,
            Workload.STREAM_BY_DEMAND,
            Workload.RENDER);

    private static final int WARM_UPS = 2;
    private static final long SEED = 7;
    private static final double KILO = 1024;

    private final Options options;
    private final ContenderProcess.Launcher launcher;
    private final Database database;
    private final Referee referee;

    RoundTrips(Options options, ContenderProcess.Launcher launcher, Database database, Observer observer) {
        this.options = options;
        this.launcher = launcher;
        this.database = database;
        this.referee = new Referee(observer, options.sizes());
    }

    /**
     * For one operation, or for a whole run of what is one, such as an insert.
     *
     * @param statements executed
     * @param roundTrips on the connection
     * @param kilobytesSent to the server
     * @param kilobytesReceived from it
     */
    record Count(
            Workload workload,
            Entrant entrant,
            double statements,
            double roundTrips,
            double kilobytesSent,
            double kilobytesReceived) {}

    List<Count> count() throws IOException, SQLException {
        List<Count> counts = new ArrayList<>();
        for (Entrant entrant : options.entrants()) {
            try (Proxy proxy = Proxy.before(database, 0);
                    ContenderProcess process = launcher.start(entrant, proxy.database(), "1g")) {
                process.awaitReady();
                for (Workload workload : options.workloads()) {
                    if (!NOT_COUNTED.contains(workload) && count(workload, process, proxy.traffic())) {
                        counts.add(counted(workload, entrant, proxy.traffic()));
                    }
                }
            }
        }
        return counts;
    }

    private boolean count(Workload workload, ContenderProcess process, Traffic traffic)
            throws IOException, SQLException {
        for (int i = 0; i < WARM_UPS; i++) {
            referee.prepare(workload);
            process.run(workload, SEED + 1);
        }
        referee.prepare(workload);
        traffic.reset();
        return process.run(workload, SEED).sample() != null;
    }

    private Count counted(Workload workload, Entrant entrant, Traffic traffic) {
        double operations =
                switch (workload) {
                    case POINT_READS_ALONE, READ_CHANGE_WRITE_ALONE, GRAPH -> workload.operations(options.sizes());
                    default -> 1;
                };
        return new Count(
                workload,
                entrant,
                traffic.statements() / operations,
                traffic.roundTrips() / operations,
                traffic.sent() / KILO / operations,
                traffic.received() / KILO / operations);
    }
}
