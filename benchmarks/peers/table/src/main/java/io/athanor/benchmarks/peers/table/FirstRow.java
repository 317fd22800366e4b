package io.athanor.benchmarks.peers.table;

import io.athanor.benchmarks.peers.Database;
import io.athanor.benchmarks.peers.Sample;
import java.io.IOException;

/** How long it takes from the start of a JVM until it has read a row. */
final class FirstRow {
    static final String TITLE = "first-row";

    private static final String HEAP = "1g";

    private FirstRow() {}

    static void measure(Options options, ContenderProcess.Launcher launcher, Database database, Results results)
            throws IOException {
        for (int round = -1; round < options.rounds(); round++) {
            for (Entrant entrant : options.entrants()) {
                long began = System.nanoTime();
                try (ContenderProcess process = launcher.start(entrant, database, HEAP, TITLE)) {
                    process.awaitReady();
                    long nanos = System.nanoTime() - began;
                    if (round >= 0) { // before, files come from the disk
                        results.add(TITLE, entrant, new Results.Measurement(new Sample(1, nanos, 0, 0, 0, 0), 0));
                    }
                }
            }
        }
    }
}
