package io.athanor.orm.flush;

import io.athanor.orm.mapping.EntityMapping;
import io.athanor.orm.mapping.RelationshipMapping;

/** The rows that a flush refers to. */
interface Rows {
    /**
     * The row of {@code entity}, or an error if it has none and will have none.
     *
     * @param relationship what leads to it, for messages
     * @param mapping how it is mapped
     */
    Keyed of(RelationshipMapping relationship, EntityMapping<?> mapping, Object entity);
}
