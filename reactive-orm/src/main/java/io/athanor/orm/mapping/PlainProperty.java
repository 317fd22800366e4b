package io.athanor.orm.mapping;

import io.athanor.MappingException;
import java.lang.reflect.Field;
import java.lang.reflect.Member;
import java.lang.reflect.Method;
import java.lang.reflect.Modifier;
import org.jspecify.annotations.Nullable;

/**
 * An attribute that no annotation speaks of: a field, or a pair of accessors.
 *
 * @param property how it is read and written
 * @param type the class of its values
 */
record PlainProperty(Property property, Class<?> type) {
    /** The attribute {@code name} of {@code type} or of a superclass; an error if there is none. */
    static PlainProperty of(Class<?> type, String name) {
        if (type.isRecord()) {
            throw new MappingException(type.getName() + "." + name
                    + ": is of a record, which is made at once of its columns; compute what you select beside it");
        }
        for (Class<?> each = type; each != null && each != Object.class; each = each.getSuperclass()) {
            PlainProperty found = declared(each, name);
            if (found != null) {
                return found;
            }
        }
        throw new MappingException(type.getName() + ": has no attribute " + name + "; declare a field, or accessors");
    }

    private static @Nullable PlainProperty declared(Class<?> type, String name) {
        for (Field field : type.getDeclaredFields()) {
            if (field.getName().equals(name) && !isStatic(field)) {
                if (Modifier.isFinal(field.getModifiers())) {
                    throw new MappingException(
                            type.getName() + "." + name + ": is final, and rows are read into it; remove final");
                }
                return new PlainProperty(FieldProperty.of(field), Boxes.of(field.getType()));
            }
        }
        for (Method method : type.getDeclaredMethods()) {
            if (Accessors.isGetter(method) && Accessors.attribute(method).equals(name) && !isStatic(method)) {
                Property property = AccessorProperty.of(method, Accessors.setter(method));
                return new PlainProperty(property, Boxes.of(method.getReturnType()));
            }
        }
        return null;
    }

    private static boolean isStatic(Member member) {
        return Modifier.isStatic(member.getModifiers());
    }
}
