package io.athanor.orm.load;

import io.athanor.orm.mapping.RelationshipLoad;
import io.athanor.orm.state.EntityState;
import org.jspecify.annotations.Nullable;

/** Something seen in a row that leads to more. */
sealed interface Trace {
    /** An entity whose references are to be found. */
    final class Found implements Trace {
        private final EntityState state;
        private final @Nullable Object[] values;
        private final boolean isNew;
        private final boolean isAnew;

        /**
         * An entity that was found.
         *
         * @param values what its row holds, by the columns' index
         * @param isNew whether the session did not know it
         * @param isAnew whether it was known and has been overwritten
         */
        Found(EntityState state, @Nullable Object[] values, boolean isNew, boolean isAnew) {
            this.state = state;
            this.values = values;
            this.isNew = isNew;
            this.isAnew = isAnew;
        }

        EntityState state() {
            return state;
        }

        @Nullable
        Object[] values() {
            return values;
        }

        boolean isNew() {
            return isNew;
        }

        boolean isAnew() {
            return isAnew;
        }
    }

    /** An entity was read, and must not be evicted before its row is passed on. */
    record Touched(EntityState state) implements Trace {}

    /** A relationship of an entity was asked for. */
    record Asked(RelationshipLoad<?, ?, ?> load, EntityState owner) implements Trace {}

    /** The row says that {@code member}, or nobody, belongs to {@code owner}, in this place if places are kept. */
    record Joined(RelationshipLoad<?, ?, ?> load, EntityState owner, @Nullable Object member, @Nullable Object place)
            implements Trace {}
}
