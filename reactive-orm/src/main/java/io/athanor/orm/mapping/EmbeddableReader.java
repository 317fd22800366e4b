package io.athanor.orm.mapping;

import io.athanor.MappingException;
import jakarta.persistence.AccessType;
import jakarta.persistence.Embeddable;
import jakarta.persistence.EmbeddedId;
import jakarta.persistence.Transient;
import java.lang.reflect.RecordComponent;
import java.util.ArrayList;
import java.util.List;
import java.util.Set;

/** Reads the attributes of embedded objects. */
final class EmbeddableReader {
    private EmbeddableReader() {}

    /** The attributes within {@code attribute}, seen from the entity. */
    static List<Attribute> read(Attribute attribute, AccessType access) {
        Class<?> type = attribute.rawType();
        if (!type.isAnnotationPresent(Embeddable.class)) {
            throw attribute.error("is embedded, and " + type.getName() + " is not @Embeddable; say it there");
        }
        List<Attribute> parts = type.isRecord() ? components(type) : AttributeReader.of(type, access);
        AnnotationChecks.check(type, parts);
        EmbeddedForm form = type.isRecord()
                ? RecordForm.of(type)
                : new BeanForm(
                        type,
                        Construction.of(type),
                        parts.stream().map(Attribute::property).toList());
        return within(attribute, parts, new Embedding(attribute.property(), form));
    }

    private static List<Attribute> within(Attribute attribute, List<Attribute> parts, Embedding embedding) {
        Overrides overrides = attribute.overrides().and(attribute.declared());
        requireKnown(attribute, overrides.names(), AttributeReader.names(parts));
        List<Attribute> inner = new ArrayList<>();
        for (int i = 0; i < parts.size(); i++) {
            Attribute part = parts.get(i);
            inner.add(new Attribute(
                    part.owner(),
                    attribute.path() + "." + part.path(),
                    part.type(),
                    part.declared(),
                    embedding.part(i),
                    overrides.under(part.path())));
        }
        return List.copyOf(inner);
    }

    private static void requireKnown(Attribute attribute, Set<String> overridden, Set<String> known) {
        for (String name : overridden) {
            if (!known.contains(name)) {
                throw attribute.error("overrides the attribute " + name + ", and "
                        + attribute.rawType().getName() + " has "
                        + known.stream().sorted().toList());
            }
        }
    }

    /** The components of a record: annotations on them are those of its private fields. */
    static List<Attribute> components(Class<?> type) {
        RecordForm form = RecordForm.of(type);
        RecordComponent[] components = type.getRecordComponents();
        List<Attribute> attributes = new ArrayList<>();
        for (int i = 0; i < components.length; i++) {
            String name = components[i].getName();
            try {
                attributes.add(new Attribute(
                        type,
                        name,
                        components[i].getGenericType(),
                        type.getDeclaredField(name),
                        form.parts().get(i),
                        Overrides.NONE));
            } catch (NoSuchFieldException impossible) {
                throw new MappingException(type.getName() + "." + name + " has no field", impossible);
            }
        }
        requirePersistent(attributes);
        return attributes;
    }

    private static void requirePersistent(List<Attribute> components) {
        components.stream().filter(component -> component.has(Transient.class)).forEach(component -> {
            throw component.error(
                    Transient.class, "is on a component of a record, which needs a value; use a class instead");
        });
    }

    static boolean isKey(Attribute attribute) {
        return attribute.has(EmbeddedId.class);
    }
}
