package io.athanor.orm.mapping;

import java.util.ArrayDeque;
import java.util.Deque;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Set;

/** Finds the classes that relationships lead to. */
final class Reach {
    private Reach() {}

    /** {@code type} and all that its relationships lead to, directly or not. */
    static List<Class<?>> of(Class<?> type, ModelContext context) {
        Set<Class<?>> reached = new LinkedHashSet<>();
        Deque<Class<?>> open = new ArrayDeque<>(List.of(type));
        while (!open.isEmpty()) {
            Class<?> next = open.remove();
            if (reached.add(next)) {
                EntityReader.read(next, context)
                        .relationships()
                        .forEach(relationship -> open.add(relationship.target()));
            }
        }
        return List.copyOf(reached);
    }
}
