package io.athanor.orm.processor;

import java.util.List;
import javax.lang.model.element.TypeElement;
import javax.lang.model.type.TypeMirror;

/**
 * All that the table of an entity is generated from.
 *
 * @param entity the entity
 * @param id the type of its id, not primitive
 * @param attributes its attributes, those of superclasses first
 */
record EntityDescription(TypeElement entity, TypeMirror id, List<Attribute> attributes) {}
