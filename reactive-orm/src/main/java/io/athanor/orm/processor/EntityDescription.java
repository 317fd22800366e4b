package io.athanor.orm.processor;

import java.util.List;
import java.util.stream.Stream;
import javax.lang.model.element.Element;
import javax.lang.model.element.TypeElement;
import javax.lang.model.type.TypeMirror;

/**
 * All that the table of an entity is generated from.
 *
 * @param entity the entity
 * @param id the type of its id, not primitive
 * @param relatives classes that it does not lead to and that have a say in its table
 * @param attributes its attributes, those of superclasses first
 */
record EntityDescription(TypeElement entity, TypeMirror id, List<TypeElement> relatives, List<Attribute> attributes) {
    /** All classes that were looked at. */
    Element[] origins() {
        return Stream.concat(Stream.of(entity), relatives.stream()).toArray(Element[]::new);
    }
}
