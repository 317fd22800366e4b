package io.athanor.orm.flush;

import java.util.ArrayDeque;
import java.util.ArrayList;
import java.util.Collection;
import java.util.Deque;
import java.util.HashMap;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import java.util.function.Function;
import java.util.function.ToIntFunction;
import org.jspecify.annotations.Nullable;

/**
 * Rows in sets that can be written one set after another: each set is of one group, a table, and needs nothing of later sets. A
 * group is kept together if that is possible; one whose rows need each other falls apart into levels. Where rows need each
 * other in a circle, a dependency that can wait is broken.
 *
 * <p>Kahn's algorithm, with whole groups taken before parts of them.
 *
 * @param sets the rows, in order
 * @param broken dependencies that the order does not meet
 */
record Layers<N>(List<List<N>> sets, List<Dependency<N>> broken) {
    /**
     * Sets of {@code rows}.
     *
     * @param group which rows belong together; lower groups go first if nothing else says otherwise
     * @param needs what a row needs of the others
     * @throws Circle if rows need each other and none can wait
     */
    static <N> Layers<N> of(
            Collection<N> rows, ToIntFunction<N> group, Function<N, ? extends Collection<Dependency<N>>> needs) {
        return new Sorting<>(rows, group, needs).sorted();
    }

    /** Rows need each other and none can wait. */
    static final class Circle extends RuntimeException {
        private static final long serialVersionUID = 1L;

        private final transient List<?> rows;

        Circle(List<?> rows) {
            super(rows.toString());
            this.rows = rows;
        }

        List<?> rows() {
            return rows;
        }
    }

    /** The state of one sort. */
    private static final class Sorting<N> {
        private final TreeMap<Integer, Group<N>> groups = new TreeMap<>();
        private final Map<N, Group<N>> groupOf = new HashMap<>();
        private final Map<N, List<Dependency<N>>> unmet = new LinkedHashMap<>();
        private final Map<N, List<Dependency<N>>> waiting = new HashMap<>();
        private final List<List<N>> sets = new ArrayList<>();
        private final List<Dependency<N>> broken = new ArrayList<>();

        Sorting(Collection<N> rows, ToIntFunction<N> group, Function<N, ? extends Collection<Dependency<N>>> needs) {
            for (N row : rows) {
                unmet.put(row, new ArrayList<>());
            }
            for (N row : rows) {
                Group<N> its = groups.computeIfAbsent(group.applyAsInt(row), number -> new Group<>());
                groupOf.put(row, its);
                its.size++;
                for (Dependency<N> dependency : needs.apply(row)) {
                    if (unmet.containsKey(dependency.needed())) {
                        listOf(unmet, row).add(dependency);
                        waiting.computeIfAbsent(dependency.needed(), needed -> new ArrayList<>())
                                .add(dependency);
                    }
                }
                if (listOf(unmet, row).isEmpty()) {
                    its.ready.add(row);
                }
            }
        }

        Layers<N> sorted() {
            while (!groups.isEmpty()) {
                Group<N> next = next();
                if (next == null) {
                    breakCircle();
                } else {
                    take(next);
                }
            }
            return new Layers<>(List.copyOf(sets), List.copyOf(broken));
        }

        private @Nullable Group<N> next() {
            Group<N> part = null;
            for (Group<N> group : groups.values()) {
                if (group.ready.size() == group.size) {
                    return group;
                }
                if (part == null && !group.ready.isEmpty()) {
                    part = group;
                }
            }
            return part;
        }

        private void take(Group<N> group) {
            List<N> set = List.copyOf(group.ready);
            group.ready.clear();
            group.size -= set.size();
            groups.values().removeIf(each -> each.size == 0);
            sets.add(set);
            for (N row : set) {
                unmet.remove(row);
                waiting.getOrDefault(row, List.of()).forEach(this::met);
            }
        }

        private void met(Dependency<N> dependency) {
            List<Dependency<N>> others = unmet.get(dependency.row());
            if (others != null && others.remove(dependency) && others.isEmpty()) {
                Group<N> group = groupOf.get(dependency.row());
                if (group != null) {
                    group.ready.add(dependency.row());
                }
            }
        }

        private void breakCircle() {
            List<Dependency<N>> circle = circle();
            for (Dependency<N> dependency : circle) {
                if (dependency.isBreakable()) {
                    broken.add(dependency);
                    met(dependency);
                    return;
                }
            }
            throw new Circle(circle.stream().map(Dependency::row).toList());
        }

        /** Follows unmet dependencies until a row comes up again; every row that is left has one. */
        private List<Dependency<N>> circle() {
            Map<N, Integer> seen = new HashMap<>();
            Deque<Dependency<N>> path = new ArrayDeque<>();
            N row = unmet.keySet().iterator().next();
            while (seen.putIfAbsent(row, path.size()) == null) {
                Dependency<N> dependency = listOf(unmet, row).get(0);
                path.addLast(dependency);
                row = dependency.needed();
            }
            return List.copyOf(path).subList(seen.getOrDefault(row, 0), path.size());
        }

        private static <N> List<Dependency<N>> listOf(Map<N, List<Dependency<N>>> lists, N row) {
            return lists.getOrDefault(row, List.of());
        }
    }

    /** The rows of a group that are left. */
    private static final class Group<N> {
        private final List<N> ready = new ArrayList<>();
        private int size;
    }
}
