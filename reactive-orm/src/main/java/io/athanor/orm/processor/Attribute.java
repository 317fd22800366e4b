package io.athanor.orm.processor;

import java.util.List;
import javax.lang.model.element.TypeElement;
import javax.lang.model.type.TypeMirror;

/** What of an entity becomes a field of its table. */
sealed interface Attribute {
    /** The field's name. */
    String field();

    /** The path by which the mapping knows it, such as {@code address.city}. */
    String path();

    /**
     * A column.
     *
     * @param type the Java type of its values, not primitive
     * @param kind which class of column holds them
     */
    record Basic(String field, String path, TypeMirror type, ColumnKind kind) implements Attribute {}

    /**
     * An object whose attributes are columns of the entity's own table.
     *
     * @param attributes what is in it
     */
    record Embedded(String field, String path, List<Attribute> attributes) implements Attribute {}

    /**
     * A path to other entities.
     *
     * @param many whether to any number of them
     * @param target the entity it leads to
     */
    record Reference(String field, String path, boolean many, TypeElement target) implements Attribute {}

    /**
     * A collection of values in a table of its own.
     *
     * @param element the type of a value, not primitive
     */
    record Elements(String field, String path, TypeMirror element) implements Attribute {}

    /** Which class of column holds a Java type. */
    enum ColumnKind {
        TEXT,
        NUMBER,
        OTHER
    }
}
