package io.athanor.orm.mapping;

import io.athanor.ResultException;

/** The error of a NULL that was read for an attribute that cannot have it. */
final class NullInPrimitive {
    private NullInPrimitive() {}

    static ResultException error(Class<?> owner, String name, Class<?> type) {
        return new ResultException(owner.getName() + "." + name + " is a " + type
                + ", and its column is NULL; make it a " + Boxes.of(type).getSimpleName() + ", or the column NOT NULL");
    }
}
