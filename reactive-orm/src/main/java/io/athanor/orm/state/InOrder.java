package io.athanor.orm.state;

import java.util.ArrayList;
import java.util.List;
import org.jspecify.annotations.Nullable;

/** States in the order in which they came. An array with holes, since a linked set costs more than all else of a row that is read. */
final class InOrder {
    private final List<@Nullable EntityState> states = new ArrayList<>();
    private int holes;

    /** Whether it was not there before. */
    boolean add(EntityState state) {
        if (state.place() >= 0) {
            return false;
        }
        append(state);
        return true;
    }

    private void append(EntityState state) {
        state.place(states.size());
        states.add(state);
    }

    /** Whether it was there. */
    boolean remove(EntityState state) {
        if (state.place() < 0) {
            return false;
        }
        states.set(state.place(), null);
        state.place(-1);
        holes++;
        if (holes > 64 && holes > states.size() / 2) {
            close();
        }
        return true;
    }

    private void close() {
        List<EntityState> left = all();
        states.clear();
        holes = 0;
        left.forEach(this::append);
    }

    List<EntityState> all() {
        List<EntityState> all = new ArrayList<>(states.size() - holes);
        for (EntityState state : states) {
            if (state != null) {
                all.add(state);
            }
        }
        return all;
    }
}
