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
        X alias = fresh(from());
        return exists(alias, condition.apply(alias));
    }

    /**
     * The target is {@code entity}: {@code "article"."author_id" = ?}, without a join. The entity has a key, which it gets
     * when it is flushed at the latest.
     */
    public Predicate is(T entity) {
        return mapping().kind() == RelationshipMapping.Kind.TO_ONE
                ? KeyConditions.refersTo(this, entity)
                : exists(fresh(from()), entity);
    }

    /** There is no target: {@code "article"."author_id" is null}, without a join. */
    public Predicate isNull() {
        return mapping().kind() == RelationshipMapping.Kind.TO_ONE
                ? from().get(mapping().foreignKey().get(0)).isNull()
                : exists(fresh(from())).not();
    }

    /** There is a target: {@code "article"."author_id" is not null}, without a join. */
    public Predicate isNotNull() {
        return mapping().kind() == RelationshipMapping.Kind.TO_ONE
                ? from().get(mapping().foreignKey().get(0)).isNotNull()
                : exists(fresh(from()));
    }
}
