package io.athanor.orm.mapping;

import io.athanor.ConfigurationException;
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
        X alias = fresh(from());
        return exists(alias, condition.apply(alias));
    }

    /** There is a target: {@code exists (select … )}. */
    public Predicate any() {
        return exists(fresh(from()));
    }

    /**
     * {@code entity} is one of the targets: {@code exists (select … )}, of a join table alone where there is one. The entity has
     * a key, which it gets when it is flushed at the latest.
     */
    public Predicate contains(T entity) {
        if (mapping().kind() == RelationshipMapping.Kind.ELEMENTS) {
            throw new ConfigurationException(this + " is a collection of values; say any(value -> …)");
        }
        return mapping().joinTable() == null
                ? exists(fresh(from()), entity)
                : RelationshipJoins.linked(mapping(), from(), entity);
    }
}
