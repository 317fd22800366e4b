package io.athanor.orm.mapping;

import io.athanor.sql.Ordering;
import io.athanor.sql.Predicate;
import java.util.ArrayList;
import java.util.List;
import java.util.function.Function;
import org.jspecify.annotations.Nullable;

/**
 * Which targets of a relationship are wanted, and in which order, whatever the target will be called. Immutable.
 *
 * @param conditions what they have to meet
 * @param orderings what they are ordered by, empty to leave that to the mapping
 */
record Restriction<X>(List<Function<? super X, Predicate>> conditions, List<Function<? super X, Ordering>> orderings) {
    static <X> Restriction<X> none() {
        return new Restriction<>(List.of(), List.of());
    }

    Restriction<X> where(Function<? super X, Predicate> condition) {
        List<Function<? super X, Predicate>> all = new ArrayList<>(conditions);
        all.add(condition);
        return new Restriction<>(List.copyOf(all), orderings);
    }

    Restriction<X> orderBy(Function<? super X, Ordering> ordering) {
        List<Function<? super X, Ordering>> all = new ArrayList<>(orderings);
        all.add(ordering);
        return new Restriction<>(conditions, List.copyOf(all));
    }

    boolean isOrdered() {
        return !orderings.isEmpty();
    }

    /** The condition on {@code target}, null if there is none. */
    @Nullable
    Predicate condition(X target) {
        Predicate all = null;
        for (Function<? super X, Predicate> condition : conditions) {
            Predicate next = condition.apply(target);
            all = all == null ? next : all.and(next);
        }
        return all;
    }

    List<Ordering> order(X target) {
        return orderings.stream()
                .<Ordering>map(ordering -> ordering.apply(target))
                .toList();
    }
}
