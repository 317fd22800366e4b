package io.athanor.orm.mapping;

import java.lang.invoke.MethodType;

/** Primitive types and the classes of their values. */
final class Boxes {
    private Boxes() {}

    /** The class that the values of {@code type} have as objects. */
    static Class<?> of(Class<?> type) {
        return MethodType.methodType(type).wrap().returnType();
    }
}
