package io.athanor.benchmarks.peers.table;

import io.athanor.benchmarks.peers.Sizes;
import io.athanor.benchmarks.peers.Workload;
import java.nio.file.Path;
import java.util.Arrays;
import java.util.HashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Set;
import java.util.function.Function;
import org.jspecify.annotations.Nullable;

/**
 * What to run.
 *
 * @param rounds how often each is measured
 * @param warmUp what the number of runs before the first round is multiplied with
 * @param sizes how much of everything
 * @param entrants who
 * @param workloads what
 * @param phases which parts of the table
 * @param jvmFlags what each contender's JVM is started with besides
 * @param url of a database whose tables may be dropped; empty for a server of our own
 * @param directory where the table, the samples and the logs go
 */
record Options(
        int rounds,
        double warmUp,
        Sizes sizes,
        List<Entrant> entrants,
        List<Workload> workloads,
        List<Phase> phases,
        List<String> jvmFlags,
        String url,
        Path directory) {
    private static final Set<String> NAMES =
            Set.of("rounds", "warm-up", "scale", "only", "workloads", "phases", "jvm", "url", "directory");

    /** The parts of the table. */
    enum Phase {
        TIMES,
        FIRST_ROW,
        COUNTS,
        NETWORK;

        static Phase of(String name) {
            return valueOf(name.replace('-', '_').toUpperCase(Locale.ROOT));
        }
    }

    static Options parse(String[] arguments) {
        Map<String, String> given = new HashMap<>();
        for (String argument : arguments) {
            String[] parts = argument.split("=", 2);
            if (parts.length < 2 || !NAMES.contains(parts[0])) {
                throw new IllegalArgumentException(argument + " is none of " + NAMES + ", each with =value");
            }
            given.put(parts[0], parts[1]);
        }
        return new Options(
                Integer.parseInt(given.getOrDefault("rounds", "5")),
                Double.parseDouble(given.getOrDefault("warm-up", "1")),
                new Sizes(Double.parseDouble(given.getOrDefault("scale", "1"))),
                list(given.get("only"), Entrant::of, Entrant.values()),
                list(given.get("workloads"), Workload::of, Workload.values()),
                list(given.get("phases"), Phase::of, Phase.values()),
                given.containsKey("jvm") ? List.of(given.get("jvm").split(";", -1)) : List.of(),
                given.getOrDefault("url", ""),
                Path.of(given.getOrDefault("directory", "target/peers")));
    }

    private static <T extends Enum<T>> List<T> list(@Nullable String names, Function<String, T> parse, T[] all) {
        return names == null
                ? List.of(all)
                : Arrays.stream(names.split(",", -1)).map(parse).sorted().toList();
    }
}
