package io.athanor.orm.mapping;

import io.athanor.MappingException;
import jakarta.persistence.Access;
import jakarta.persistence.AccessType;
import jakarta.persistence.Entity;
import jakarta.persistence.MappedSuperclass;
import jakarta.persistence.Transient;
import java.lang.reflect.AnnotatedElement;
import java.lang.reflect.Field;
import java.lang.reflect.Member;
import java.lang.reflect.Method;
import java.lang.reflect.Modifier;
import java.util.ArrayDeque;
import java.util.Deque;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;

/** Finds the persistent attributes of a class and of the mapped superclasses above it. */
final class AttributeReader {
    private final Class<?> concrete;
    private final AccessType access;
    private final Map<String, Attribute> found = new LinkedHashMap<>();

    private AttributeReader(Class<?> concrete, AccessType access) {
        this.concrete = concrete;
        this.access = access;
    }

    /** The attributes of an entity or embeddable, those of its superclasses first. */
    static List<Attribute> of(Class<?> type, AccessType access) {
        AttributeReader reader = new AttributeReader(type, access);
        Overrides overrides = Overrides.NONE;
        Map<Class<?>, Overrides> ofClasses = new LinkedHashMap<>();
        for (Class<?> each : hierarchy(type)) {
            ofClasses.put(each, Overrides.NONE);
        }
        for (Class<?> each = type; ofClasses.containsKey(each); each = each.getSuperclass()) {
            ofClasses.put(each, overrides);
            overrides = overrides.and(each);
        }
        ofClasses.forEach(reader::read);
        ofClasses.keySet().forEach(reader::requireOverriddenOnes);
        return List.copyOf(reader.found.values());
    }

    /** The class and the mapped superclasses above it, the highest first. */
    static List<Class<?>> hierarchy(Class<?> type) {
        Deque<Class<?>> classes = new ArrayDeque<>();
        for (Class<?> each = type; each != null && each != Object.class; each = each.getSuperclass()) {
            if (each == type || each.isAnnotationPresent(MappedSuperclass.class)) {
                classes.addFirst(each);
            } else if (each.isAnnotationPresent(Entity.class)) {
                break;
            } else {
                AnnotationChecks.requireUnmapped(each);
            }
        }
        return List.copyOf(classes);
    }

    private void read(Class<?> type, Overrides overrides) {
        Access said = type.getAnnotation(Access.class);
        AccessType usual = said == null ? access : said.value();
        for (Field field : type.getDeclaredFields()) {
            if (isPersistent(field, field) && !field.isSynthetic() && is(AccessType.FIELD, field, usual)) {
                add(attribute(field, overrides.under(field.getName())));
            }
        }
        for (Method method : Accessors.inOrder(type)) {
            if (Accessors.isGetter(method) && isPersistent(method, method) && is(AccessType.PROPERTY, method, usual)) {
                add(attribute(method, overrides.under(Accessors.attribute(method))));
            }
        }
    }

    private void requireOverriddenOnes(Class<?> type) {
        for (String name : Overrides.NONE.and(type).names()) {
            if (!found.containsKey(name)) {
                throw new MappingException(type.getName() + ": overrides the attribute " + name + ", and it has "
                        + found.keySet().stream().sorted().toList());
            }
        }
    }

    private static boolean isPersistent(Member member, AnnotatedElement element) {
        return !Modifier.isStatic(member.getModifiers())
                && !Modifier.isTransient(member.getModifiers())
                && !element.isAnnotationPresent(Transient.class);
    }

    private static boolean is(AccessType wanted, AnnotatedElement element, AccessType usual) {
        Access said = element.getAnnotation(Access.class);
        return (said == null ? usual : said.value()) == wanted;
    }

    private void add(Attribute attribute) {
        Attribute other = found.putIfAbsent(attribute.path(), attribute);
        if (other != null) {
            throw attribute.error("is there twice, here and in " + other.owner().getName() + ": " + other.declared()
                    + "; say @Transient on one");
        }
    }

    private Attribute attribute(Field field, Overrides overrides) {
        if (Modifier.isFinal(field.getModifiers())) {
            throw new MappingException(field.getDeclaringClass().getName() + "." + field.getName()
                    + ": is final, and rows are read into it; remove final, or say @Transient");
        }
        return new Attribute(
                field.getDeclaringClass(),
                field.getName(),
                TypeArguments.resolve(field.getGenericType(), concrete),
                field,
                FieldProperty.of(field),
                overrides);
    }

    private Attribute attribute(Method getter, Overrides overrides) {
        return new Attribute(
                getter.getDeclaringClass(),
                Accessors.attribute(getter),
                TypeArguments.resolve(getter.getGenericReturnType(), concrete),
                getter,
                AccessorProperty.of(getter, Accessors.setter(getter)),
                overrides);
    }

    /** The names of the attributes. */
    static Set<String> names(List<Attribute> attributes) {
        return Set.copyOf(attributes.stream().map(Attribute::name).toList());
    }
}
