package io.athanor.orm.flush;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatExceptionOfType;

import java.util.ArrayList;
import java.util.Arrays;
import java.util.HashMap;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Random;
import java.util.Set;
import org.junit.jupiter.api.Test;

class LayersTest {
    private final Map<String, List<Dependency<String>>> needs = new HashMap<>();

    /** Rows are named by their group, a digit, and a letter. */
    private Layers<String> layers(String... rows) {
        return Layers.of(
                Arrays.asList(rows),
                row -> Character.digit(row.charAt(0), 10),
                row -> needs.getOrDefault(row, List.of()));
    }

    private void need(String row, String needed, boolean isBreakable) {
        needs.computeIfAbsent(row, key -> new ArrayList<>()).add(new Dependency<>(row, needed, isBreakable));
    }

    @Test
    void shouldKeepGroupsTogether() {
        need("2a", "1a", false);
        need("2b", "1b", false);

        assertThat(layers("2a", "1a", "2b", "1b").sets()).containsExactly(List.of("1a", "1b"), List.of("2a", "2b"));
    }

    @Test
    void shouldTakeAGroupFirstThatOthersNeed() {
        need("1a", "2a", false);

        assertThat(layers("1a", "2a").sets()).containsExactly(List.of("2a"), List.of("1a"));
    }

    @Test
    void shouldTakeAGroupApartThatNeedsItself() {
        need("1b", "1a", false);
        need("1c", "1b", false);
        need("1d", "1a", false);

        assertThat(layers("1a", "1b", "1c", "1d").sets())
                .containsExactly(List.of("1a"), List.of("1b", "1d"), List.of("1c"));
    }

    @Test
    void shouldTakeGroupsApartThatNeedEachOther() {
        need("1b", "2a", false);
        need("2a", "1a", false);

        assertThat(layers("1a", "1b", "2a").sets()).containsExactly(List.of("1a"), List.of("2a"), List.of("1b"));
    }

    @Test
    void shouldBreakACircleWhereItCanBe() {
        need("1a", "2a", false);
        need("2a", "1a", true);

        Layers<String> layers = layers("1a", "2a");

        assertThat(layers.sets()).containsExactly(List.of("2a"), List.of("1a"));
        assertThat(layers.broken()).containsExactly(new Dependency<>("2a", "1a", true));
    }

    @Test
    void shouldBreakARowsNeedOfItself() {
        need("1a", "1a", true);

        assertThat(layers("1a").broken()).hasSize(1);
    }

    @Test
    void shouldRefuseACircleThatCannotBeBroken() {
        need("1a", "2a", false);
        need("2a", "1a", false);

        assertThatExceptionOfType(Layers.Circle.class)
                .isThrownBy(() -> layers("1a", "2a"))
                .satisfies(circle -> assertThat(circle.rows()).hasSize(2));
    }

    @Test
    void shouldIgnoreWhatIsNotAmongTheRows() {
        need("1a", "0x", false);

        assertThat(layers("1a").sets()).containsExactly(List.of("1a"));
    }

    @Test
    void shouldMeetEveryDependencyThatIsNotBroken() {
        Random random = new Random(7);
        for (int run = 0; run < 300; run++) {
            needs.clear();
            String[] rows = new String[20];
            for (int i = 0; i < rows.length; i++) {
                rows[i] = random.nextInt(4) + "r" + i;
            }
            for (int i = 0; i < 25; i++) {
                need(rows[random.nextInt(20)], rows[random.nextInt(20)], true);
            }

            check(layers(rows), rows);
        }
    }

    private void check(Layers<String> layers, String... rows) {
        Set<String> written = new HashSet<>();
        Set<Dependency<String>> broken = new HashSet<>(layers.broken());
        for (List<String> set : layers.sets()) {
            assertThat(set)
                    .extracting(row -> row.charAt(0))
                    .containsOnly(set.get(0).charAt(0));
            for (String row : set) {
                for (Dependency<String> dependency : needs.getOrDefault(row, List.of())) {
                    assertThat(written.contains(dependency.needed()) || broken.contains(dependency))
                            .isTrue();
                }
            }
            written.addAll(set);
        }
        assertThat(written).containsExactlyInAnyOrder(rows);
    }
}
