package io.athanor.orm.mapping;

import io.athanor.MappingException;
import io.athanor.ResultException;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import org.jspecify.annotations.Nullable;

/** The mappings of a class and of all below it, by the values that rows say their class with. */
final class Hierarchy<E> {
    private final EntityMapping<E> own;
    private final Map<Object, EntityMapping<? extends E>> byValue = new LinkedHashMap<>();

    Hierarchy(EntityMapping<E> own) {
        this.own = own;
    }

    /** Adds a class, itself or one below it. */
    @SuppressWarnings("unchecked") // its class extends this one
    void add(EntityMapping<?> mapping, Object value) {
        EntityMapping<?> other = byValue.put(value, (EntityMapping<? extends E>) mapping);
        if (other != null) {
            throw new MappingException(mapping.type().getName() + ": has the same @DiscriminatorValue as "
                    + other.type().getName() + "; give each class another");
        }
    }

    EntityMapping<? extends E> of(@Nullable Object value) {
        if (byValue.isEmpty()) {
            return own;
        }
        EntityMapping<? extends E> mapping = value == null ? null : byValue.get(value);
        if (mapping == null) {
            throw new ResultException(
                    "a row of " + own.table().name() + " says by its discriminator that it is none of "
                            + byValue.values() + "; add its class to the model, or correct the row");
        }
        return mapping;
    }

    List<EntityMapping<? extends E>> mappings() {
        return List.copyOf(byValue.values());
    }

    /** The classes that have rows. */
    List<EntityMapping<? extends E>> all() {
        return byValue.isEmpty() ? List.of(own) : List.copyOf(byValue.values());
    }

    List<Object> values() {
        return List.copyOf(byValue.keySet());
    }
}
