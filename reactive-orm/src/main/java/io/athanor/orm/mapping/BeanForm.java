package io.athanor.orm.mapping;

import java.util.List;
import org.jspecify.annotations.Nullable;

/**
 * An object that is made by its constructor without arguments and then filled.
 *
 * @param type its class
 * @param construction makes it
 * @param parts its attributes
 */
record BeanForm(Class<?> type, Construction construction, List<Property> parts) implements EmbeddedForm {
    @Override
    public Object make(@Nullable Object existing, @Nullable Object[] values) {
        Object object = existing == null ? construction.make() : existing;
        for (int i = 0; i < values.length; i++) {
            parts.get(i).set(object, values[i]);
        }
        return object;
    }

    @Override
    public @Nullable Object[] values(@Nullable Object object) {
        return EmbeddedForm.super.values(object == null ? construction.make() : object);
    }
}
