package io.athanor.orm.mapping;

import io.athanor.MappingException;
import jakarta.persistence.Column;
import jakarta.persistence.Convert;
import jakarta.persistence.JoinColumn;
import java.lang.annotation.Annotation;
import java.lang.reflect.AnnotatedElement;
import java.lang.reflect.Type;
import java.util.List;
import org.jspecify.annotations.Nullable;

/**
 * A persistent attribute of a class, as its source says it.
 *
 * @param owner the class that declares it
 * @param path its name, after those of the embedded objects that it is in
 * @param type its type
 * @param declared what its annotations are on
 * @param property where in the entity its value is
 * @param overrides what others say of it who embed or extend its class
 */
record Attribute(
        Class<?> owner, String path, Type type, AnnotatedElement declared, Property property, Overrides overrides) {
    /** Its name within its own class. */
    String name() {
        return path.substring(path.lastIndexOf('.') + 1);
    }

    boolean has(Class<? extends Annotation> annotation) {
        return declared.isAnnotationPresent(annotation);
    }

    <A extends Annotation> @Nullable A annotation(Class<A> annotation) {
        return declared.getAnnotation(annotation);
    }

    /** What is said of its column, null if nothing is. */
    @Nullable
    Column column() {
        Column overridden = overrides.column("");
        return overridden == null ? annotation(Column.class) : overridden;
    }

    /** Which converter is said, null if none is. */
    @Nullable
    Convert convert() {
        Convert overridden = overrides.convert("");
        return overridden == null ? annotation(Convert.class) : overridden;
    }

    /** The join columns that override its own; empty if none do. */
    List<JoinColumn> overridingJoinColumns() {
        return overrides.joinColumns("");
    }

    /** Its class, without type arguments. */
    Class<?> rawType() {
        return TypeArguments.raw(type);
    }

    MappingException error(String problem) {
        return new MappingException(this + ": " + problem);
    }

    MappingException error(Class<? extends Annotation> annotation, String problem) {
        return error("@" + annotation.getSimpleName() + " " + problem);
    }

    @Override
    public String toString() {
        return owner.getName() + "." + name();
    }
}
