package io.athanor.orm.mapping;

import io.athanor.sql.Expression;
import java.util.List;

/**
 * A relationship to load along with its owner, and how. A {@link Relationship} itself is one: it is loaded in the way that is
 * best for its kind, which is {@code selectIn}.
 *
 * @param <E> the owner
 */
public interface Load<E> {
    /** How it is loaded. */
    enum Strategy {
        /** One more statement for all owners at once, by their keys. */
        SELECT_IN,
        /** In the same statement, by LEFT JOIN. */
        JOINED,
        /** One more statement that has the first one in it. */
        SUBQUERY
    }

    /** What is loaded. */
    Relationship<? super E, ?, ?> path();

    /** How. */
    Strategy strategy();

    /** What is loaded along with the targets. */
    List<? extends Load<?>> nested();

    /** The target's table under the name that it has in the statement, if it is joined. */
    EntityTable<?, ?, ?> target();

    /** The columns that a joined load adds, with those of joined loads in it; otherwise none. */
    List<Expression<?>> joinedColumns();
}
