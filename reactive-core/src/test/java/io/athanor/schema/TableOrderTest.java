package io.athanor.schema;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.HashSet;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Random;
import java.util.Set;
import java.util.TreeSet;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

class TableOrderTest {
    @Test
    void shouldKeepTheOrderOfDeclarationWhereItCan() {
        LinkedHashMap<String, List<String>> references = new LinkedHashMap<>();
        references.put("c", List.of());
        references.put("b", List.of("a"));
        references.put("d", List.of());
        references.put("a", List.of());

        assertThat(TableOrder.of(references).sorted()).containsExactly("c", "d", "a", "b");
    }

    @Test
    void shouldNotTakeAReferenceToItselfForACycle() {
        LinkedHashMap<String, List<String>> references = new LinkedHashMap<>();
        references.put("a", List.of("a"));

        assertThat(TableOrder.of(references).cyclic()).isEmpty();
    }

    @Test
    void shouldFindThoseOnACycleAndNotThoseBetweenOrBehind() {
        LinkedHashMap<String, List<String>> references = new LinkedHashMap<>();
        references.put("behind", List.of("a"));
        references.put("a", List.of("b"));
        references.put("b", List.of("a", "between"));
        references.put("between", List.of("c"));
        references.put("c", List.of("d"));
        references.put("d", List.of("c", "before"));
        references.put("before", List.of());

        TableOrder<String> order = TableOrder.of(references);

        assertThat(order.cyclic()).containsExactlyInAnyOrder("a", "b", "c", "d");
        assertThat(order.sorted()).containsSubsequence("a", "behind").containsSubsequence("c", "between");
    }

    @Test
    void shouldOrderALongChain() {
        LinkedHashMap<Integer, List<Integer>> references = new LinkedHashMap<>();
        int length = 20_000;
        for (int i = 0; i < length; i++) {
            references.put(i, i + 1 < length ? List.of(i + 1) : List.of());
        }

        assertThat(TableOrder.of(references).sorted()).startsWith(length - 1).endsWith(0);
    }

    @ParameterizedTest
    @ValueSource(doubles = {0.02, 0.05, 0.1, 0.3})
    void shouldPutWhatIsReferredToFirstUnlessOnACycle(double density) {
        for (int seed = 0; seed < 300; seed++) {
            Map<Integer, Set<Integer>> references = random(new Random(seed), density);

            TableOrder<Integer> order = TableOrder.of(references);

            assertThat(order.sorted()).as("seed %d", seed).containsExactlyInAnyOrderElementsOf(references.keySet());
            assertThat(order.cyclic()).as("seed %d", seed).isEqualTo(onCycles(references));
            references.forEach((one, targets) -> targets.stream()
                    .filter(target -> !target.equals(one) && !order.cyclic().contains(one))
                    .forEach(target -> assertThat(order.sorted().indexOf(target))
                            .isLessThan(order.sorted().indexOf(one))));
        }
    }

    private static Map<Integer, Set<Integer>> random(Random random, double density) {
        int size = 1 + random.nextInt(25);
        LinkedHashMap<Integer, Set<Integer>> references = new LinkedHashMap<>();
        for (int one = 0; one < size; one++) {
            Set<Integer> targets = new TreeSet<>();
            for (int target = 0; target < size; target++) {
                if (random.nextDouble() < density) {
                    targets.add(target);
                }
            }
            references.put(one, targets);
        }
        return references;
    }

    /** By the transitive closure (Warshall): slow, short and certain. */
    private static Set<Integer> onCycles(Map<Integer, Set<Integer>> references) {
        int size = references.size();
        boolean[][] reaches = new boolean[size][size];
        references.forEach((one, targets) -> targets.forEach(target -> reaches[one][target] = !one.equals(target)));
        for (int via = 0; via < size; via++) {
            for (int from = 0; from < size; from++) {
                for (int to = 0; to < size; to++) {
                    reaches[from][to] |= reaches[from][via] && reaches[via][to];
                }
            }
        }
        Set<Integer> cyclic = new HashSet<>();
        for (int one = 0; one < size; one++) {
            if (reaches[one][one]) {
                cyclic.add(one);
            }
        }
        return cyclic;
    }
}
