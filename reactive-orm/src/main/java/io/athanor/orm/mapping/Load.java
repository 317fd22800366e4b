package io.athanor.orm.mapping;

/**
 * A relationship to load along with its owner. A {@link Relationship} itself is one: it is loaded in the way that is best for
 * its kind, which is {@code selectIn}.
 *
 * @param <E> the owner
 */
public sealed interface Load<E> permits Relationship, RelationshipLoad {
    /** How it is loaded. */
    enum Strategy {
        /** One more statement for all owners at once, by their keys. */
        SELECT_IN,
        /** In the same statement, by LEFT JOIN. */
        JOINED,
        /** One more statement that has the first one in it. */
        SUBQUERY,
        /** In the same statement, from a join that the query has already. */
        FROM_QUERY,
        /** One more statement for all owners and all levels below them, by a recursive common table expression. */
        TREE
    }

    /** What is loaded, and how. */
    RelationshipLoad<E, ?, ?> load();
}
