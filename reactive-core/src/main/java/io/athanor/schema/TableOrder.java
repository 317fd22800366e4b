package io.athanor.schema;

import java.util.ArrayDeque;
import java.util.ArrayList;
import java.util.Collection;
import java.util.Comparator;
import java.util.Deque;
import java.util.HashMap;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.PriorityQueue;
import java.util.Set;

/**
 * An order in which each follows what it refers to, otherwise as declared. Where that is impossible, those that can be
 * reached from themselves are on a cycle: what they refer to does not count for the order. After SQLAlchemy's {@code
 * sort_tables_and_constraints}; the sort is Kahn's algorithm.
 *
 * @param sorted all, in order
 * @param cyclic those on a cycle
 */
record TableOrder<T>(List<T> sorted, Set<T> cyclic) {
    /**
     * The order of the keys of {@code references}, which are declared in the order of its iteration.
     *
     * @param references what each refers to, itself or not; all of it among the keys
     */
    static <T> TableOrder<T> of(Map<T, ? extends Collection<T>> references) {
        List<T> sorted = sort(references, Set.of());
        Set<T> cyclic = new HashSet<>();
        if (sorted.size() < references.size()) {
            Set<T> left = new HashSet<>(references.keySet());
            sorted.forEach(left::remove);
            left.stream().filter(one -> reachesItself(one, references, left)).forEach(cyclic::add);
            sorted = sort(references, cyclic);
        }
        return new TableOrder<>(List.copyOf(sorted), Set.copyOf(cyclic));
    }

    private static <T> List<T> sort(Map<T, ? extends Collection<T>> references, Set<T> free) {
        Map<T, Integer> position = new HashMap<>();
        Map<T, Integer> missing = new HashMap<>();
        Map<T, List<T>> referring = new HashMap<>();
        references.forEach((one, targets) -> {
            position.put(one, position.size());
            Set<T> others = free.contains(one) ? Set.of() : new HashSet<>(targets);
            others.stream().filter(other -> !other.equals(one)).forEach(other -> {
                missing.merge(one, 1, Integer::sum);
                referring.computeIfAbsent(other, unused -> new ArrayList<>()).add(one);
            });
        });
        PriorityQueue<T> ready = new PriorityQueue<>(Comparator.comparing(position::get));
        references.keySet().stream().filter(one -> !missing.containsKey(one)).forEach(ready::add);
        List<T> sorted = new ArrayList<>();
        for (T next = ready.poll(); next != null; next = ready.poll()) {
            sorted.add(next);
            for (T one : referring.getOrDefault(next, List.of())) {
                if (missing.merge(one, -1, Integer::sum) == 0) {
                    ready.add(one);
                }
            }
        }
        return sorted;
    }

    private static <T> boolean reachesItself(T start, Map<T, ? extends Collection<T>> references, Set<T> left) {
        Set<T> seen = new HashSet<>();
        Deque<T> open = new ArrayDeque<>(List.of(start));
        for (T one = open.poll(); one != null; one = open.poll()) {
            for (T target : Objects.requireNonNull(references.get(one))) {
                if (target.equals(start) && !one.equals(start)) {
                    return true;
                }
                if (left.contains(target) && seen.add(target)) {
                    open.add(target);
                }
            }
        }
        return false;
    }
}
