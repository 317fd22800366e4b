package io.athanor.orm.load;

import java.util.ArrayList;
import java.util.List;
import java.util.function.Consumer;

/** Collects what a row leads to, which mostly is nothing or one thing. Confined to one reader. */
final class Traces implements Consumer<Trace> {
    private List<Trace> seen = List.of();

    @Override
    public void accept(Trace trace) {
        if (seen.isEmpty()) {
            seen = List.of(trace);
            return;
        }
        if (seen.size() == 1) {
            seen = new ArrayList<>(seen);
        }
        seen.add(trace);
    }

    /** What was seen since this was last asked. */
    List<Trace> take() {
        List<Trace> taken = seen;
        seen = List.of();
        return taken;
    }
}
