package io.athanor.orm.mapping;

import io.athanor.MappingException;
import java.lang.invoke.MethodHandle;
import java.lang.invoke.MethodHandles;
import java.lang.invoke.MethodType;
import java.lang.reflect.Field;
import org.jspecify.annotations.Nullable;

/** A field, private or not, read and written by method handles. */
final class FieldProperty implements Property {
    private static final MethodType GETTER = MethodType.methodType(Object.class, Object.class);
    private static final MethodType SETTER = MethodType.methodType(void.class, Object.class, Object.class);

    private final Field field;
    private final MethodHandle getter;
    private final MethodHandle setter;

    private FieldProperty(Field field, MethodHandle getter, MethodHandle setter) {
        this.field = field;
        this.getter = getter;
        this.setter = setter;
    }

    static FieldProperty of(Field field) {
        try {
            MethodHandles.Lookup lookup = Openness.lookupIn(field.getDeclaringClass());
            return new FieldProperty(
                    field,
                    lookup.unreflectGetter(field).asType(GETTER),
                    lookup.unreflectSetter(field).asType(SETTER));
        } catch (IllegalAccessException refused) {
            throw new MappingException("the field " + field + " cannot be read and written", refused);
        }
    }

    @Override
    public @Nullable Object get(Object object) {
        try {
            return getter.invokeExact(object);
        } catch (Throwable failure) {
            throw Thrown.unchecked(failure);
        }
    }

    @Override
    public void set(Object object, @Nullable Object value) {
        if (value == null && field.getType().isPrimitive()) {
            throw NullInPrimitive.error(field.getDeclaringClass(), field.getName(), field.getType());
        }
        try {
            setter.invokeExact(object, value);
        } catch (Throwable failure) {
            throw Thrown.unchecked(failure);
        }
    }
}
