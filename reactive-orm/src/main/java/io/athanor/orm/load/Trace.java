package io.athanor.orm.load;

import io.athanor.orm.mapping.RelationshipLoad;
import io.athanor.orm.state.EntityState;
import org.jspecify.annotations.Nullable;

/** Something seen in a row that leads to more. */
sealed interface Trace {
    /**
     * An entity whose references are to be found.
     *
     * @param values what its row holds, by the columns' index
     * @param isNew whether the session did not know it
     * @param isAnew whether it was known and has been overwritten
     */
    record Found(EntityState state, @Nullable Object[] values, boolean isNew, boolean isAnew) implements Trace {}

    /** A relationship of an entity was asked for. */
    record Asked(RelationshipLoad<?, ?, ?> load, EntityState owner) implements Trace {}

    /** The row says that {@code member}, or nobody, belongs to {@code owner}. */
    record Joined(RelationshipLoad<?, ?, ?> load, EntityState owner, @Nullable Object member) implements Trace {}
}
