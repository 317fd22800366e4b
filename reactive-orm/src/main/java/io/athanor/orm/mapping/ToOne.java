package io.athanor.orm.mapping;

import io.athanor.sql.Predicate;
import java.util.function.Function;
import java.util.function.Supplier;

/** A path to at most one other entity. */
public final class ToOne<E, T, X extends EntityTable<T, ?, X>> extends Relationship<E, T, X> {
    ToOne(EntityTable<E, ?, ?> from, RelationshipMapping mapping, Supplier<X> target) {
        super(from, mapping, target);
    }

    /** There is a target, and it meets the condition: {@code exists (select … )}. */
    public Predicate has(Function<? super X, Predicate> condition) {
        X alias = fresh();
        return exists(alias, condition.apply(alias));
    }
}
