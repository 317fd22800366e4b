package io.athanor.orm.mapping;

import io.athanor.sql.ForeignKey;
import io.athanor.sql.ForeignKey.Action;
import org.jspecify.annotations.Nullable;

/**
 * What is said of a foreign key besides its columns.
 *
 * @param isConstraint whether the database keeps it
 * @param name its name, null to take it from the naming convention
 * @param delete ON DELETE, null for the database's default
 * @param update ON UPDATE, null for the database's default
 */
record SaidForeignKey(boolean isConstraint, @Nullable String name, @Nullable Action delete, @Nullable Action update) {
    static final SaidForeignKey NOTHING = new SaidForeignKey(true, null, null, null);

    SaidForeignKey onDelete(Action action) {
        return new SaidForeignKey(isConstraint, name, action, update);
    }

    SaidForeignKey onUpdate(Action action) {
        return new SaidForeignKey(isConstraint, name, delete, action);
    }

    /** The foreign key with all of it. */
    ForeignKey of(ForeignKey bare) {
        ForeignKey key = name == null ? bare : bare.named(name);
        key = delete == null ? key : key.onDelete(delete);
        return update == null ? key : key.onUpdate(update);
    }
}
