package io.athanor.orm.mapping;

import jakarta.persistence.Access;
import jakarta.persistence.AccessType;
import jakarta.persistence.EmbeddedId;
import jakarta.persistence.Id;
import java.lang.reflect.AnnotatedElement;
import java.util.Arrays;
import java.util.stream.Stream;

/** Finds whether a class is read by its fields or by its accessors. */
final class AccessReader {
    private AccessReader() {}

    /** As the class says, or as the place of its {@code @Id} does. */
    static AccessType of(Class<?> entity) {
        Access said = entity.getAnnotation(Access.class);
        if (said != null) {
            return said.value();
        }
        boolean isOnGetter = !entity.isRecord()
                && AttributeReader.hierarchy(entity).stream()
                        .flatMap(type -> Arrays.stream(type.getDeclaredMethods()))
                        .anyMatch(AccessReader::isId);
        return isOnGetter ? AccessType.PROPERTY : AccessType.FIELD;
    }

    private static boolean isId(AnnotatedElement element) {
        return Stream.of(Id.class, EmbeddedId.class).anyMatch(element::isAnnotationPresent);
    }
}
