package io.athanor.orm.mapping;

import io.athanor.MappingException;
import java.lang.invoke.MethodHandle;
import java.lang.invoke.MethodHandles;
import java.lang.invoke.MethodType;
import java.lang.reflect.Modifier;

/** The constructor without arguments of a class, private or not. */
final class Construction {
    private final MethodHandle constructor;

    private Construction(MethodHandle constructor) {
        this.constructor = constructor;
    }

    /** One that cannot be called. */
    static Construction none(Class<?> type) {
        return new Construction(MethodHandles.throwException(Object.class, IllegalStateException.class)
                .bindTo(new IllegalStateException(
                        "a " + type.getName() + " is not made by a constructor without arguments")));
    }

    /** That of {@code type}; of an abstract class, one that cannot be called. */
    static Construction of(Class<?> type) {
        if (Modifier.isAbstract(type.getModifiers())) {
            return none(type);
        }
        if (type.isMemberClass() && !Modifier.isStatic(type.getModifiers())) {
            throw new MappingException(
                    type.getName() + " is an inner class, which nobody can make alone; make it static");
        }
        try {
            MethodHandle constructor = Openness.lookupIn(type).findConstructor(type, MethodType.methodType(void.class));
            return new Construction(constructor.asType(MethodType.methodType(Object.class)));
        } catch (NoSuchMethodException missing) {
            throw new MappingException(
                    type.getName() + " has no constructor without arguments, by which rows become"
                            + " objects; add one, it may be private",
                    missing);
        } catch (IllegalAccessException refused) {
            throw new MappingException("the constructor of " + type.getName() + " cannot be called", refused);
        }
    }

    Object make() {
        try {
            return constructor.invokeExact();
        } catch (Throwable failure) {
            throw Thrown.unchecked(failure);
        }
    }
}
