package io.athanor.orm.mapping;

import io.athanor.MappingException;
import java.lang.invoke.MethodHandle;
import java.lang.invoke.MethodHandles;
import java.lang.invoke.MethodType;
import java.lang.reflect.Array;
import java.lang.reflect.RecordComponent;
import java.util.Arrays;
import java.util.List;
import org.jspecify.annotations.Nullable;

/** A record: made anew of all its components. */
final class RecordForm implements EmbeddedForm {
    private final Class<?> type;
    private final RecordComponent[] components;
    private final MethodHandle constructor;
    private final List<Property> parts;

    private RecordForm(Class<?> type, RecordComponent[] components, MethodHandle constructor, List<Property> parts) {
        this.type = type;
        this.components = components;
        this.constructor = constructor;
        this.parts = parts;
    }

    static RecordForm of(Class<?> type) {
        RecordComponent[] components = type.getRecordComponents();
        Class<?>[] types = Arrays.stream(components)
                .<Class<?>>map(RecordComponent::getType)
                .toArray(Class<?>[]::new);
        try {
            MethodHandles.Lookup lookup = Openness.lookupIn(type);
            MethodHandle constructor = lookup.findConstructor(type, MethodType.methodType(void.class, types))
                    .asSpreader(Object[].class, components.length)
                    .asType(MethodType.methodType(Object.class, Object[].class));
            return new RecordForm(type, components, constructor, parts(components, lookup));
        } catch (NoSuchMethodException | IllegalAccessException refused) {
            throw new MappingException("the canonical constructor of " + type.getName() + " cannot be called", refused);
        }
    }

    private static List<Property> parts(RecordComponent[] components, MethodHandles.Lookup lookup)
            throws IllegalAccessException {
        Property[] parts = new Property[components.length];
        for (int i = 0; i < parts.length; i++) {
            components[i].getAccessor().setAccessible(true); // of a private nested record
            parts[i] = new ComponentProperty(lookup.unreflect(components[i].getAccessor())
                    .asType(MethodType.methodType(Object.class, Object.class)));
        }
        return List.of(parts);
    }

    @Override
    public Class<?> type() {
        return type;
    }

    @Override
    public List<Property> parts() {
        return parts;
    }

    @Override
    public Object make(@Nullable Object existing, @Nullable Object[] values) {
        for (int i = 0; i < values.length; i++) {
            if (values[i] == null && components[i].getType().isPrimitive()) {
                throw NullInPrimitive.error(type, components[i].getName(), components[i].getType());
            }
        }
        try {
            return constructor.invokeExact(values);
        } catch (Throwable failure) {
            throw Thrown.unchecked(failure);
        }
    }

    @Override
    public @Nullable Object[] values(@Nullable Object object) {
        @Nullable Object[] values = EmbeddedForm.super.values(object);
        for (int i = 0; object == null && i < values.length; i++) {
            Class<?> component = components[i].getType();
            values[i] = component.isPrimitive() ? Array.get(Array.newInstance(component, 1), 0) : null;
        }
        return values;
    }

    /** A component: it is read, and written by making another record. */
    private record ComponentProperty(MethodHandle accessor) implements Property {
        @Override
        public @Nullable Object get(Object object) {
            try {
                return (Object) accessor.invokeExact(object);
            } catch (Throwable failure) {
                throw Thrown.unchecked(failure);
            }
        }

        @Override
        public void set(Object object, @Nullable Object value) {
            throw new IllegalStateException("a record does not change");
        }
    }
}
