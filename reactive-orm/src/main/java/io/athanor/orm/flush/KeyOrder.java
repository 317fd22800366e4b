package io.athanor.orm.flush;

import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import java.util.function.Function;
import org.jspecify.annotations.Nullable;

/** Sorts rows by their keys: who writes the same rows in the same order does not deadlock. */
final class KeyOrder {
    private static final Comparator<List<Object>> BY_KEY = KeyOrder::compare;

    private KeyOrder() {}

    static <T> List<T> sort(List<T> rows, Function<T, List<Object>> key) {
        List<Entry<T>> sorted = new ArrayList<>(rows.size());
        rows.forEach(
                row -> sorted.add(new Entry<>(row, key.apply(row)))); // once for each: a new row makes its key anew
        sorted.sort(Comparator.comparing(Entry::key, BY_KEY));
        return sorted.stream().map(Entry::row).toList();
    }

    private record Entry<T>(T row, List<Object> key) {}

    private static int compare(List<Object> left, List<Object> right) {
        for (int i = 0; i < Math.min(left.size(), right.size()); i++) {
            int order = compare(left.get(i), right.get(i));
            if (order != 0) {
                return order;
            }
        }
        return 0;
    }

    @SuppressWarnings("unchecked") // of the same class
    private static int compare(@Nullable Object left, @Nullable Object right) {
        return left instanceof Comparable<?> comparable && right != null && left.getClass() == right.getClass()
                ? ((Comparable<Object>) comparable).compareTo(right)
                : 0;
    }
}
