package io.athanor.orm.mapping;

import io.athanor.MappingException;
import java.lang.reflect.Field;
import java.lang.reflect.Method;
import java.lang.reflect.Modifier;
import java.util.ArrayDeque;
import java.util.ArrayList;
import java.util.Deque;
import java.util.List;
import java.util.Set;

/** The attributes of a class that says nothing by annotations, its superclasses' first. */
final class PlainAttributes {
    private PlainAttributes() {}

    static List<Attribute> of(Class<?> type, boolean isByAccessors, Set<String> ignored) {
        if (type.isRecord()) {
            return EmbeddableReader.components(type);
        }
        List<Attribute> attributes = new ArrayList<>();
        Deque<Class<?>> classes = new ArrayDeque<>();
        for (Class<?> each = type; each != null && each != Object.class; each = each.getSuperclass()) {
            classes.addFirst(each);
        }
        for (Class<?> each : classes) {
            if (isByAccessors) {
                addAccessors(each, type, ignored, attributes);
            } else {
                addFields(each, type, ignored, attributes);
            }
        }
        return attributes;
    }

    private static void addFields(Class<?> declaring, Class<?> type, Set<String> ignored, List<Attribute> attributes) {
        for (Field field : declaring.getDeclaredFields()) {
            int modifiers = field.getModifiers();
            boolean isNone = Modifier.isStatic(modifiers) || Modifier.isTransient(modifiers) || field.isSynthetic();
            if (isNone || ignored.contains(field.getName())) {
                continue;
            }
            if (Modifier.isFinal(modifiers)) {
                throw new MappingException(declaring.getName() + "." + field.getName()
                        + ": is final, and rows are read into it; remove final, or say ignoring(\"" + field.getName()
                        + "\")");
            }
            attributes.add(new Attribute(
                    declaring,
                    field.getName(),
                    TypeArguments.resolve(field.getGenericType(), type),
                    field,
                    FieldProperty.of(field),
                    Overrides.NONE));
        }
    }

    private static void addAccessors(
            Class<?> declaring, Class<?> type, Set<String> ignored, List<Attribute> attributes) {
        for (Method method : Accessors.inOrder(declaring)) {
            if (Accessors.isGetter(method)
                    && !Modifier.isStatic(method.getModifiers())
                    && !ignored.contains(Accessors.attribute(method))) {
                attributes.add(new Attribute(
                        declaring,
                        Accessors.attribute(method),
                        TypeArguments.resolve(method.getGenericReturnType(), type),
                        method,
                        AccessorProperty.of(method, Accessors.setter(method)),
                        Overrides.NONE));
            }
        }
    }
}
