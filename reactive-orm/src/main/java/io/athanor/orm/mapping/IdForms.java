package io.athanor.orm.mapping;

import io.athanor.ConfigurationException;
import io.athanor.MappingException;
import jakarta.persistence.AccessType;
import jakarta.persistence.IdClass;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.function.Function;
import java.util.stream.Collectors;
import org.jspecify.annotations.Nullable;

/** Finds what the id of an entity is: one value, an embedded id, an object of an id class, or a list of the key's values. */
final class IdForms {
    private final EntityMapping<?> mapping;

    private IdForms(EntityMapping<?> mapping) {
        this.mapping = mapping;
    }

    static IdForm of(EntityMapping<?> mapping) {
        IdForms forms = new IdForms(mapping);
        IdClass idClass = mapping.root().type().getAnnotation(IdClass.class);
        List<MappedColumn> key = mapping.key();
        Embedding embedding = Embedding.root(key.get(0).property());
        if (idClass != null) {
            return forms.ofClass(idClass.value());
        }
        if (embedding != null) {
            return id -> forms.values(
                    id,
                    column -> embedding.within(id, column.property()),
                    embedding.form().type());
        }
        RelationshipMapping reference = key.get(0).reference();
        if (reference != null && key.stream().allMatch(column -> reference.equals(column.reference()))) {
            EntityMapping<?> target = reference.target();
            return target::keyOf;
        }
        return key.size() == 1 ? forms::one : forms::list;
    }

    private List<Object> one(Object id) {
        return List.of(checked(mapping.key().get(0), id));
    }

    private List<Object> list(Object id) {
        if (!(id instanceof List<?> parts) || parts.size() != mapping.key().size()) {
            throw new ConfigurationException("the id of " + mapping.name() + " has the parts " + mapping.key()
                    + "; give a list of their values, or say @IdClass on the class");
        }
        List<Object> values = new ArrayList<>();
        for (int i = 0; i < parts.size(); i++) {
            values.add(checked(mapping.key().get(i), parts.get(i)));
        }
        return List.copyOf(values);
    }

    private Object checked(MappedColumn column, @Nullable Object value) {
        Class<?> wanted = column.column().type().javaType();
        if (!wanted.isInstance(value)) {
            throw new ConfigurationException(
                    "the id of " + mapping.name() + " is a " + wanted.getName() + ", and this is "
                            + (value == null ? "null" : "a " + value.getClass().getName()));
        }
        return value;
    }

    private List<Object> values(Object id, Function<MappedColumn, @Nullable Object> part, Class<?> type) {
        if (!type.isInstance(id)) {
            throw new ConfigurationException("the id of " + mapping.name() + " is a " + type.getName()
                    + ", and this is a " + id.getClass().getName());
        }
        List<Object> values = new ArrayList<>();
        for (MappedColumn column : mapping.key()) {
            values.add(checked(column, part.apply(column)));
        }
        return List.copyOf(values);
    }

    private IdForm ofClass(Class<?> type) {
        List<Attribute> attributes =
                type.isRecord() ? EmbeddableReader.components(type) : AttributeReader.of(type, AccessType.FIELD);
        Map<String, Property> parts =
                attributes.stream().collect(Collectors.toUnmodifiableMap(Attribute::name, Attribute::property));
        for (MappedColumn column : mapping.key()) {
            if (!parts.containsKey(nameInId(column))) {
                throw new MappingException(mapping.type().getName() + ": @IdClass " + type.getName()
                        + " has no attribute " + nameInId(column) + ", which is part of the key; it has "
                        + parts.keySet().stream().sorted().toList());
            }
        }
        return id -> values(id, column -> part(column, Objects.requireNonNull(parts.get(nameInId(column))), id), type);
    }

    private static String nameInId(MappedColumn column) {
        RelationshipMapping reference = column.reference();
        return reference == null || !reference.draft().isKey() ? column.path() : reference.name();
    }

    /** A part of the id: of a reference, the id of the entity referred to, taken apart again. */
    private static @Nullable Object part(MappedColumn column, Property property, Object id) {
        Object value = property.get(id);
        RelationshipMapping reference = column.reference();
        if (value == null || reference == null || !reference.draft().isKey()) {
            return value;
        }
        int part = ((ReferenceProperty) column.property()).part();
        return reference.target().keyOf(value).get(part);
    }
}
