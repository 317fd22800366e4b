package io.athanor.orm.mapping;

import io.athanor.sql.Expression;
import java.util.ArrayList;
import java.util.List;

/**
 * A relationship with the way in which it is loaded.
 *
 * @param path what is loaded
 * @param strategy how
 * @param target the target's table, under the name that it has in the statement if it is joined
 * @param nested what is loaded along with the targets
 */
record RelationshipLoad<E>(
        Relationship<E, ?, ?> path, Strategy strategy, EntityTable<?, ?, ?> target, List<? extends Load<?>> nested)
        implements Load<E> {
    static <E, T, X extends EntityTable<T, ?, X>> RelationshipLoad<E> of(
            Relationship<E, T, X> path, Strategy strategy, List<Load<? super T>> nested) {
        X target = strategy == Strategy.JOINED ? path.fresh() : path.target();
        return new RelationshipLoad<>(path, strategy, target, nested);
    }

    @Override
    public List<Expression<?>> joinedColumns() {
        if (strategy != Strategy.JOINED) {
            return List.of();
        }
        List<Expression<?>> columns = new ArrayList<>(target.columns());
        nested.forEach(load -> columns.addAll(load.joinedColumns()));
        return List.copyOf(columns);
    }
}
