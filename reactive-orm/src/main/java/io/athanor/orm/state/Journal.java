package io.athanor.orm.state;

import io.athanor.orm.mapping.MappedColumn;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import org.jspecify.annotations.Nullable;

/** What was known, and what was in objects, before the first change since a savepoint began. */
public final class Journal {
    /** Null for what the session did not know. */
    private final Map<EntityState, @Nullable Known> before = new HashMap<>();

    private final List<Writing> writings = new ArrayList<>();

    Journal() {}

    void changing(EntityState state, @Nullable Known known) {
        if (!before.containsKey(state)) {
            before.put(state, known);
        }
    }

    void writing(Object entity, MappedColumn column) {
        writings.add(new Writing(entity, column, column.get(entity)));
    }

    /** What a savepoint inside has changed was changed since this one began. */
    void take(Journal inner) {
        inner.before.forEach(this::changing);
        takeWritings(inner);
    }

    void takeWritings(Journal inner) {
        writings.addAll(inner.writings);
    }

    void undo(IdentityMap entities) {
        for (int i = writings.size() - 1; i >= 0; i--) {
            writings.get(i).undo();
        }
        writings.clear();
        before.keySet().forEach(entities::remove);
        before.forEach((state, known) -> {
            if (known != null) {
                state.know(known);
                entities.put(state);
            }
        });
    }

    /** A value that stood in an object before another was written there. */
    private record Writing(Object entity, MappedColumn column, @Nullable Object value) {
        void undo() {
            column.set(entity, value);
        }
    }
}
