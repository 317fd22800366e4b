package io.athanor.orm.mapping;

import io.athanor.sql.Predicate;
import java.util.function.Function;
import java.util.function.Supplier;

/** A path to any number of other entities. */
public final class ToMany<E, T, X extends EntityTable<T, ?, X>> extends Relationship<E, T, X> {
    ToMany(EntityTable<E, ?, ?> from, RelationshipMapping mapping, Supplier<X> target) {
        super(from, mapping, target);
    }

    /** Some target meets the condition: {@code exists (select … )}. */
    public Predicate any(Function<? super X, Predicate> condition) {
        X alias = fresh();
        return exists(alias, condition.apply(alias));
    }
}
