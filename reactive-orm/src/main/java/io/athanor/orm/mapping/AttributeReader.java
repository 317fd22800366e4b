package io.athanor.orm.mapping;

import io.athanor.ConfigurationException;
import jakarta.persistence.Transient;
import java.lang.reflect.Field;
import java.lang.reflect.Modifier;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;

/** Finds the persistent attributes of a class. */
final class AttributeReader {
    private AttributeReader() {}

    static List<Attribute> attributes(Class<?> type) {
        List<Attribute> attributes = new ArrayList<>();
        Arrays.stream(type.getDeclaredFields())
                .filter(AttributeReader::isPersistent)
                .forEach(field -> attributes.add(attribute(field)));
        return List.copyOf(attributes);
    }

    private static boolean isPersistent(Field field) {
        return !Modifier.isStatic(field.getModifiers())
                && !Modifier.isTransient(field.getModifiers())
                && !field.isSynthetic()
                && !field.isAnnotationPresent(Transient.class);
    }

    private static Attribute attribute(Field field) {
        if (Modifier.isFinal(field.getModifiers())) {
            throw new ConfigurationException(field.getDeclaringClass().getName() + "." + field.getName()
                    + ": is final, and rows are read into it; remove final, or say @Transient");
        }
        return new Attribute(
                field.getDeclaringClass(), field.getName(), field.getGenericType(), field, FieldProperty.of(field));
    }
}
