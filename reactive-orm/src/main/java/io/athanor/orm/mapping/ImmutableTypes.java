package io.athanor.orm.mapping;

import java.time.temporal.Temporal;
import java.util.UUID;

/** The classes of the JDK whose values do not change, as columns have them. */
public final class ImmutableTypes {
    private ImmutableTypes() {}

    /** Whether values of {@code type} stay as they are. */
    public static boolean contain(Class<?> type) {
        return type == String.class
                || type == Boolean.class
                || type == UUID.class
                || type == Character.class
                || Number.class.isAssignableFrom(type)
                || Temporal.class.isAssignableFrom(type)
                || Enum.class.isAssignableFrom(type);
    }
}
