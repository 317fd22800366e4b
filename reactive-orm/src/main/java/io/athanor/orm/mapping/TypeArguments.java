package io.athanor.orm.mapping;

import java.lang.reflect.GenericArrayType;
import java.lang.reflect.ParameterizedType;
import java.lang.reflect.Type;
import java.lang.reflect.TypeVariable;
import java.lang.reflect.WildcardType;
import java.util.HashMap;
import java.util.Map;
import org.jspecify.annotations.Nullable;

/** Generic types as classes. */
final class TypeArguments {
    private TypeArguments() {}

    /** The class of a type, without arguments. */
    static Class<?> raw(Type type) {
        if (type instanceof Class<?> plain) {
            return plain;
        }
        if (type instanceof ParameterizedType parameterized) {
            return raw(parameterized.getRawType());
        }
        if (type instanceof GenericArrayType array) {
            return raw(array.getGenericComponentType()).arrayType();
        }
        if (type instanceof TypeVariable<?> variable) {
            return raw(variable.getBounds()[0]);
        }
        return raw(((WildcardType) type).getUpperBounds()[0]);
    }

    /** The last argument of a type, such as the element of a list or the value of a map; null if it is raw. */
    static @Nullable Type last(Type type) {
        if (type instanceof ParameterizedType parameterized) {
            Type[] arguments = parameterized.getActualTypeArguments();
            return arguments[arguments.length - 1];
        }
        return null;
    }

    /** The first argument of a type, such as the key of a map; null if it is raw. */
    static @Nullable Type first(Type type) {
        return type instanceof ParameterizedType parameterized ? parameterized.getActualTypeArguments()[0] : null;
    }

    /** What {@code type}, mentioned in a superclass of {@code concrete}, is in {@code concrete}: {@code T id} may be a Long. */
    static Type resolve(Type type, Class<?> concrete) {
        return type instanceof TypeVariable<?> ? resolve(type, variables(concrete)) : type;
    }

    private static Type resolve(Type type, Map<TypeVariable<?>, Type> variables) {
        Type resolved = type;
        while (resolved instanceof TypeVariable<?> variable && variables.containsKey(variable)) {
            resolved = variables.get(variable);
        }
        return resolved;
    }

    private static Map<TypeVariable<?>, Type> variables(Class<?> concrete) {
        Map<TypeVariable<?>, Type> variables = new HashMap<>();
        for (Class<?> type = concrete; type.getSuperclass() != null; type = type.getSuperclass()) {
            if (type.getGenericSuperclass() instanceof ParameterizedType parent) {
                TypeVariable<?>[] parameters = type.getSuperclass().getTypeParameters();
                for (int i = 0; i < parameters.length; i++) {
                    variables.put(parameters[i], parent.getActualTypeArguments()[i]);
                }
            }
        }
        return variables;
    }

    /** The arguments with which {@code concrete} implements the generic interface {@code wanted}; null if it is raw. */
    static Type @Nullable [] ofInterface(Class<?> concrete, Class<?> wanted) {
        Map<TypeVariable<?>, Type> variables = variables(concrete);
        for (Class<?> type = concrete; type != null; type = type.getSuperclass()) {
            for (Type implemented : type.getGenericInterfaces()) {
                if (implemented instanceof ParameterizedType parameterized && parameterized.getRawType() == wanted) {
                    Type[] arguments = parameterized.getActualTypeArguments().clone();
                    for (int i = 0; i < arguments.length; i++) {
                        arguments[i] = resolve(arguments[i], variables);
                    }
                    return arguments;
                }
            }
        }
        return null;
    }
}
