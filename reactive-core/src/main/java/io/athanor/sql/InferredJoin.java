package io.athanor.sql;

import io.athanor.ConfigurationException;
import java.util.ArrayList;
import java.util.List;

/** The condition of a join, taken from the one foreign key between what is joined and what stands before it. */
final class InferredJoin {
    private InferredJoin() {}

    static Predicate on(List<Source<?>> before, Source<?> joined) {
        List<Predicate> found = new ArrayList<>();
        for (Source<?> other : before) {
            collect(other, joined, found);
            if (!other.equals(joined)) {
                collect(joined, other, found);
            }
        }
        if (found.size() == 1) {
            return found.get(0);
        }
        throw new ConfigurationException(
                found.isEmpty()
                        ? "no foreign key leads from " + joined.alias() + " to " + aliases(before) + " or back; say on"
                        : "several foreign keys connect " + joined.alias() + " with " + aliases(before)
                                + "; say which by on: " + found);
    }

    private static void collect(Source<?> referring, Source<?> referred, List<Predicate> found) {
        TypedTable<?> from = referring.table();
        TypedTable<?> to = referred.table();
        if (from == null || to == null) {
            return;
        }
        for (ForeignKey key : from.foreignKeys()) {
            if (key.targetTable().name().equals(to.name())) {
                found.add(condition(key, referring, referred));
            }
        }
    }

    private static Predicate condition(ForeignKey key, Source<?> referring, Source<?> referred) {
        List<Column<?>> targets = key.targetColumns();
        List<Predicate> equalities = new ArrayList<>();
        for (int i = 0; i < targets.size(); i++) {
            equalities.add(Op.predicate(
                    Operators.EQ,
                    key.columns().get(i).of(referring),
                    targets.get(i).of(referred)));
        }
        return Junction.of(true, equalities);
    }

    private static List<String> aliases(List<Source<?>> sources) {
        return sources.stream().map(Source::alias).toList();
    }
}
