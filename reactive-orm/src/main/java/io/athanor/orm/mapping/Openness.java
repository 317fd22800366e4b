package io.athanor.orm.mapping;

import io.athanor.MappingException;
import java.lang.invoke.MethodHandles;

/** The way into classes that keep their fields to themselves. */
final class Openness {
    private Openness() {}

    /** A lookup with the rights of {@code type} itself. */
    static MethodHandles.Lookup lookupIn(Class<?> type) {
        Module own = Openness.class.getModule();
        own.addReads(type.getModule());
        try {
            return MethodHandles.privateLookupIn(type, MethodHandles.lookup());
        } catch (IllegalAccessException refused) {
            throw new MappingException(
                    type.getName() + " is in a package that is not open to Athanor; say \"opens "
                            + type.getPackageName() + " to " + own.getName() + ";\" in the module-info of "
                            + type.getModule().getName(),
                    refused);
        }
    }
}
