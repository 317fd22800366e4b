package io.athanor.r2dbc.sqlite;

import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import org.jspecify.annotations.Nullable;

/** The sets of values that a statement collects, one for each time it will run. */
final class Bindings {
    private static final Object UNBOUND = new Object();

    private final ScriptParameters parameters;
    private final @Nullable Object[] unbound;
    private final List<@Nullable Object[]> complete = new ArrayList<>();
    private @Nullable Object[] current;
    private boolean touched;
    private boolean large;

    Bindings(ScriptParameters parameters) {
        this.parameters = parameters;
        this.unbound = new @Nullable Object[parameters.size()];
        Arrays.fill(unbound, UNBOUND);
        this.current = unbound.clone();
    }

    void bind(int index, @Nullable Object value) {
        parameters.checkIndex(index);
        current[index] = value;
        touched = true;
        large = large || !Encoders.isStored(value);
    }

    /** Whether there are values whose content is still to be collected. */
    boolean areLarge() {
        return large;
    }

    void add() {
        checkComplete();
        complete.add(current);
        current = unbound.clone();
        touched = false;
    }

    /** All sets, the one begun last included. */
    List<@Nullable Object[]> finish() {
        if (!touched && !complete.isEmpty()) {
            if (parameters.size() == 0) {
                return List.copyOf(complete);
            }
            throw new IllegalStateException("add() was called, but no values were bound after it");
        }
        checkComplete();
        List<@Nullable Object[]> all = new ArrayList<>(complete);
        all.add(current.clone());
        return all;
    }

    private void checkComplete() {
        for (int i = 0; i < current.length; i++) {
            if (current[i] == UNBOUND && parameters.isUsed(i)) {
                throw new IllegalStateException(
                        "Parameter " + i + " has no value; bind it, to null with bindNull, before add() and execute()");
            }
        }
    }
}
