package io.athanor.orm.mapping;

import io.athanor.ConfigurationException;
import java.lang.annotation.Annotation;
import java.lang.reflect.AnnotatedElement;
import java.lang.reflect.Type;
import org.jspecify.annotations.Nullable;

/**
 * A persistent attribute of a class, as its source says it.
 *
 * @param owner the class that declares it
 * @param name its name
 * @param type its type
 * @param declared what its annotations are on
 * @param property where its value is
 */
record Attribute(Class<?> owner, String name, Type type, AnnotatedElement declared, Property property) {
    boolean has(Class<? extends Annotation> annotation) {
        return declared.isAnnotationPresent(annotation);
    }

    <A extends Annotation> @Nullable A annotation(Class<A> annotation) {
        return declared.getAnnotation(annotation);
    }

    /** Its class, without type arguments. */
    Class<?> rawType() {
        return TypeArguments.raw(type);
    }

    ConfigurationException error(String problem) {
        return new ConfigurationException(this + ": " + problem);
    }

    ConfigurationException error(Class<? extends Annotation> annotation, String problem) {
        return error("@" + annotation.getSimpleName() + " " + problem);
    }

    @Override
    public String toString() {
        return owner.getName() + "." + name;
    }
}
