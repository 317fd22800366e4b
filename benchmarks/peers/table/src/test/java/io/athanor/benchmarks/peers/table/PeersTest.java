package io.athanor.benchmarks.peers.table;

import static org.assertj.core.api.Assertions.assertThat;

import java.nio.file.Path;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** All of it at a tiny scale, with the contenders that need no download. Says nothing about speed. */
class PeersTest {
    private static final ClassPaths OWN =
            entrant -> System.getProperty("surefire.test.class.path", System.getProperty("java.class.path"));

    @Test
    void shouldDoTheSameWork(@TempDir Path directory) throws Exception {
        Options options = Options.parse(new String[] {
            "rounds=1",
            "warm-up=0",
            "scale=0.001",
            "phases=times,counts",
            "jvm=-XX:TieredStopAtLevel=1",
            "only=raw,clever,athanor,athanor-orm",
            "directory=" + directory
        });

        Report report = Peers.run(options, OWN);

        assertThat(report.complaints()).isEmpty();
        assertThat(report.text()).contains("| unit-of-work", "## Statements");
    }
}
