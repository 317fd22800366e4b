package io.athanor.orm.mapping;

import io.athanor.MappingException;
import java.lang.invoke.MethodHandle;
import java.lang.invoke.MethodHandles;
import java.lang.invoke.MethodType;
import java.lang.reflect.Method;
import org.jspecify.annotations.Nullable;

/** A pair of accessors, private or not, called by method handles. */
final class AccessorProperty implements Property {
    private static final MethodType GETTER = MethodType.methodType(Object.class, Object.class);
    private static final MethodType SETTER = MethodType.methodType(void.class, Object.class, Object.class);

    private final Method method;
    private final MethodHandle getter;
    private final MethodHandle setter;

    private AccessorProperty(Method method, MethodHandle getter, MethodHandle setter) {
        this.method = method;
        this.getter = getter;
        this.setter = setter;
    }

    static AccessorProperty of(Method getter, Method setter) {
        try {
            MethodHandles.Lookup lookup = Openness.lookupIn(getter.getDeclaringClass());
            return new AccessorProperty(
                    getter,
                    lookup.unreflect(getter).asType(GETTER),
                    lookup.unreflect(setter).asType(SETTER));
        } catch (IllegalAccessException refused) {
            throw new MappingException("the accessors " + getter + " and " + setter + " cannot be called", refused);
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
        if (value == null && method.getReturnType().isPrimitive()) {
            throw NullInPrimitive.error(method.getDeclaringClass(), method.getName(), method.getReturnType());
        }
        try {
            setter.invokeExact(object, value);
        } catch (Throwable failure) {
            throw Thrown.unchecked(failure);
        }
    }
}
