package io.athanor.benchmarks.peers.table;

import io.athanor.benchmarks.peers.Database;
import io.athanor.benchmarks.peers.Workload;
import java.io.IOException;
import java.sql.SQLException;
import java.util.ArrayList;
import java.util.List;

/** Everything once more with a millisecond for each trip to the server and back. */
final class SlowNetwork {
    private static final long MILLIS = 1;
    private static final String HEAP = "1g";

    private SlowNetwork() {}

    static String title(Workload workload) {
        return workload + " at 1 ms";
    }

    static void measure(
            Options options, ContenderProcess.Launcher launcher, Database database, Observer observer, Results results)
            throws IOException, SQLException {
        List<Proxy> proxies = new ArrayList<>();
        try (Rounds rounds = new Rounds(options, observer, results)) {
            for (Entrant entrant : options.entrants()) {
                Proxy proxy = Proxy.before(database, MILLIS);
                proxies.add(proxy);
                rounds.enter(entrant, launcher, proxy.database(), HEAP);
            }
            for (Workload workload : options.workloads()) {
                if (workload != Workload.RENDER) {
                    rounds.run(workload, title(workload));
                }
            }
        }
        for (Proxy proxy : proxies) {
            proxy.close();
        }
    }
}
