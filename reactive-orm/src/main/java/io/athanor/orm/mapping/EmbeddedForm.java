package io.athanor.orm.mapping;

import java.util.List;
import org.jspecify.annotations.Nullable;

/** How an object is made of its parts. */
interface EmbeddedForm {
    /** The class of the object. */
    Class<?> type();

    /** The parts, in order. */
    List<Property> parts();

    /**
     * An object with these parts.
     *
     * @param existing the object there is, null if there is none; it is changed if its class allows that
     */
    Object make(@Nullable Object existing, @Nullable Object[] values);

    /** The parts of {@code object}; what a new one has if it is null. */
    default @Nullable Object[] values(@Nullable Object object) {
        @Nullable Object[] values = new @Nullable Object[parts().size()];
        if (object != null) {
            for (int i = 0; i < values.length; i++) {
                values[i] = parts().get(i).get(object);
            }
        }
        return values;
    }
}
