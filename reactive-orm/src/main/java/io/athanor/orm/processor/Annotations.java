package io.athanor.orm.processor;

import java.util.List;
import java.util.Map;
import javax.lang.model.element.AnnotationMirror;
import javax.lang.model.element.AnnotationValue;
import javax.lang.model.element.Element;
import javax.lang.model.element.ExecutableElement;
import javax.lang.model.element.TypeElement;
import javax.lang.model.type.DeclaredType;
import javax.lang.model.type.TypeMirror;
import org.jspecify.annotations.Nullable;

/** The annotations of {@code jakarta.persistence} on an element, by their simple names. */
final class Annotations {
    static final String PACKAGE = "jakarta.persistence.";

    private Annotations() {}

    static boolean has(Element element, String name) {
        return find(element, name) != null;
    }

    static boolean hasAny(Element element, List<String> names) {
        return names.stream().anyMatch(name -> has(element, name));
    }

    static @Nullable AnnotationMirror find(Element element, String name) {
        for (AnnotationMirror annotation : element.getAnnotationMirrors()) {
            TypeElement type = (TypeElement) annotation.getAnnotationType().asElement();
            if (type.getQualifiedName().contentEquals(PACKAGE + name)) {
                return annotation;
            }
        }
        return null;
    }

    /** The text given for {@code attribute}; empty if there is no such annotation, or no such text on it. */
    static String text(Element element, String name, String attribute) {
        Object value = value(element, name, attribute);
        return value == null ? "" : value.toString();
    }

    /** The class given for {@code attribute}; null if none is. */
    static @Nullable TypeElement type(Element element, String name, String attribute) {
        return value(element, name, attribute) instanceof DeclaredType type ? (TypeElement) type.asElement() : null;
    }

    /** Whether the type is declared as an entity, an embeddable or whatever {@code name} says. */
    static boolean isA(TypeMirror type, String name) {
        return type instanceof DeclaredType declared && has(declared.asElement(), name);
    }

    private static @Nullable Object value(Element element, String name, String attribute) {
        AnnotationMirror annotation = find(element, name);
        if (annotation == null) {
            return null;
        }
        for (Map.Entry<? extends ExecutableElement, ? extends AnnotationValue> entry :
                annotation.getElementValues().entrySet()) {
            if (entry.getKey().getSimpleName().contentEquals(attribute)) {
                return entry.getValue().getValue();
            }
        }
        return null;
    }
}
