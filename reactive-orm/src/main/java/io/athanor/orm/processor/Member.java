package io.athanor.orm.processor;

import javax.lang.model.element.Element;
import javax.lang.model.type.TypeMirror;

/**
 * A field or getter whose value is stored.
 *
 * @param element the field or getter
 * @param name the attribute's name
 * @param type its type, as it is seen from the class that is read: a type parameter of a superclass has its argument
 */
record Member(Element element, String name, TypeMirror type) {
    boolean has(String annotation) {
        return Annotations.has(element, annotation);
    }

    /** Whether it is the identity, or part of it. */
    boolean isId() {
        return has("Id") || has("EmbeddedId");
    }

    /** Whether it refers to one other entity. */
    boolean isToOne() {
        return has("ManyToOne") || has("OneToOne");
    }

    /** Whether it refers to many other entities. */
    boolean isToMany() {
        return has("OneToMany") || has("ManyToMany");
    }
}
