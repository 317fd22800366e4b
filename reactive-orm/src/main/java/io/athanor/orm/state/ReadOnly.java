package io.athanor.orm.state;

import io.athanor.EntityStateException;
import io.athanor.orm.mapping.EntityMapping;

/** What to say when a record is to be changed. */
public final class ReadOnly {
    private ReadOnly() {}

    /** That records are read-only entities, and what that means here. */
    public static EntityStateException error(EntityMapping<?> mapping, String why) {
        return new EntityStateException(
                "a " + mapping.name() + " is a record, and records are read-only entities: it " + why);
    }
}
