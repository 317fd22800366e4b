package io.athanor.sql;

import java.util.ArrayList;
import java.util.List;

/** Conditions joined by AND or OR. AND of nothing is true, OR of nothing is false. */
record Junction(boolean conjunction, List<Predicate> parts) implements Predicate {
    static Predicate of(boolean conjunction, List<Predicate> parts) {
        List<Predicate> flat = new ArrayList<>(parts.size() + 2);
        for (Predicate part : parts) {
            if (part instanceof Junction inner && inner.conjunction == conjunction) {
                flat.addAll(inner.parts);
            } else {
                flat.add(part);
            }
        }
        return flat.size() == 1 ? flat.get(0) : new Junction(conjunction, List.copyOf(flat));
    }

    @Override
    public Precedence precedence() {
        return parts.isEmpty() ? Precedence.COMPARISON : conjunction ? Precedence.AND : Precedence.OR;
    }

    @Override
    public void render(SqlWriter out) {
        if (parts.isEmpty()) {
            out.word(conjunction ? "1 = 1" : "1 = 0");
            return;
        }
        for (int i = 0; i < parts.size(); i++) {
            if (i > 0) {
                out.word(conjunction ? " and " : " or ");
            }
            out.operand(parts.get(i), precedence());
        }
    }

    @Override
    public String toString() {
        return Inlined.of(this);
    }
}
