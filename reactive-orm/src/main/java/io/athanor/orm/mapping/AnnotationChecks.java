package io.athanor.orm.mapping;

import io.athanor.MappingException;
import jakarta.persistence.Access;
import jakarta.persistence.AssociationOverride;
import jakarta.persistence.AssociationOverrides;
import jakarta.persistence.AttributeOverride;
import jakarta.persistence.AttributeOverrides;
import jakarta.persistence.Cacheable;
import jakarta.persistence.Convert;
import jakarta.persistence.Converts;
import jakarta.persistence.DiscriminatorColumn;
import jakarta.persistence.DiscriminatorValue;
import jakarta.persistence.Embeddable;
import jakarta.persistence.Entity;
import jakarta.persistence.EntityListeners;
import jakarta.persistence.ExcludeDefaultListeners;
import jakarta.persistence.ExcludeSuperclassListeners;
import jakarta.persistence.IdClass;
import jakarta.persistence.MappedSuperclass;
import jakarta.persistence.PrimaryKeyJoinColumn;
import jakarta.persistence.PrimaryKeyJoinColumns;
import jakarta.persistence.SecondaryTable;
import jakarta.persistence.SequenceGenerator;
import jakarta.persistence.SequenceGenerators;
import jakarta.persistence.Table;
import jakarta.persistence.Transient;
import java.lang.annotation.Annotation;
import java.lang.reflect.AnnotatedElement;
import java.lang.reflect.Field;
import java.lang.reflect.Method;
import java.util.Arrays;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;

/** Refuses annotations of JPA that are not understood where they are, rather than reading past them. */
final class AnnotationChecks {
    private static final String JPA = Entity.class.getPackageName() + ".";
    private static final String NO_QUERIES =
            "Athanor has no query strings; build the query in code and keep it in a constant";
    private static final String NO_GRAPHS = "say at the query what to load: ARTICLE.with(ARTICLE.comments)";
    private static final Set<Class<? extends Annotation>> ON_CLASSES = Set.of(
            Entity.class,
            Embeddable.class,
            MappedSuperclass.class,
            Table.class,
            jakarta.persistence.Inheritance.class,
            DiscriminatorColumn.class,
            DiscriminatorValue.class,
            IdClass.class,
            Access.class,
            AttributeOverride.class,
            AttributeOverrides.class,
            AssociationOverride.class,
            AssociationOverrides.class,
            Convert.class,
            Converts.class,
            SequenceGenerator.class,
            SequenceGenerators.class,
            PrimaryKeyJoinColumn.class,
            PrimaryKeyJoinColumns.class,
            SecondaryTable.class,
            jakarta.persistence.SecondaryTables.class,
            EntityListeners.class,
            ExcludeDefaultListeners.class,
            ExcludeSuperclassListeners.class,
            Cacheable.class);
    private static final Map<String, String> ADVICE = Map.ofEntries(
            Map.entry("NamedQuery", NO_QUERIES),
            Map.entry("NamedQueries", NO_QUERIES),
            Map.entry("NamedNativeQuery", NO_QUERIES),
            Map.entry("NamedNativeQueries", NO_QUERIES),
            Map.entry("NamedStoredProcedureQuery", NO_QUERIES),
            Map.entry("NamedStoredProcedureQueries", NO_QUERIES),
            Map.entry("SqlResultSetMapping", NO_QUERIES),
            Map.entry("SqlResultSetMappings", NO_QUERIES),
            Map.entry("NamedEntityGraph", NO_GRAPHS),
            Map.entry("NamedEntityGraphs", NO_GRAPHS),
            Map.entry("TableGenerator", "a table of keys serialises all who insert; use IDENTITY, SEQUENCE or UUID"),
            Map.entry("TableGenerators", "a table of keys serialises all who insert; use IDENTITY, SEQUENCE or UUID"),
            Map.entry("MapKeyJoinColumn", "it is for maps of entities; make the values entities, or the key a value"),
            Map.entry("MapKeyJoinColumns", "it is for maps of entities; make the values entities, or the key a value"),
            Map.entry("PrimaryKeyJoinColumn", "say @MapsId on the relationship that shares its key"),
            Map.entry("Temporal", "it is for java.util.Date; use the classes of java.time, without it"),
            Map.entry("MapKeyTemporal", "it is for java.util.Date; use the classes of java.time, without it"));

    private AnnotationChecks() {}

    /** Checks what is said of a class, of those it extends, and of their members that are no attributes. */
    static void check(Class<?> type, List<Attribute> attributes) {
        Set<AnnotatedElement> known = new HashSet<>();
        attributes.forEach(attribute -> known.add(attribute.declared()));
        for (Class<?> each : AttributeReader.hierarchy(type)) {
            for (Annotation annotation : ofJpa(each)) {
                if (!ON_CLASSES.contains(annotation.annotationType())) {
                    throw refused(each.getName(), annotation);
                }
            }
            for (Field field : each.getDeclaredFields()) {
                checkUnmapped(each, field.getName(), field, known);
            }
            for (Method method : each.getDeclaredMethods()) {
                if (!isAccessor(each, method)) {
                    checkUnmapped(each, method.getName() + "()", method, known);
                }
            }
        }
    }

    /** What is said of a component of a record is said of its accessor too. */
    private static boolean isAccessor(Class<?> type, Method method) {
        return type.isRecord()
                && Arrays.stream(type.getRecordComponents())
                        .anyMatch(component -> component.getAccessor().equals(method));
    }

    /** A member that is no attribute says nothing but that it is none. */
    private static void checkUnmapped(
            Class<?> type, String name, AnnotatedElement member, Set<AnnotatedElement> known) {
        for (Annotation annotation : ofJpa(member)) {
            boolean isCallback = member instanceof Method && Lifecycle.isSaidBy(annotation.annotationType());
            if (!known.contains(member) && !isCallback && annotation.annotationType() != Transient.class) {
                throw AttributeKind.anyTakes(annotation.annotationType())
                        ? new MappingException(type.getName() + "." + name + ": " + name(annotation)
                                + " is on a member that is not read as an attribute; move it to the "
                                + (member instanceof Method ? "field" : "getter")
                                + ", or say @Access on the class")
                        : refused(type.getName() + "." + name, annotation);
            }
        }
    }

    /** Checks that a superclass that is not mapped does not look as if it were. */
    static void requireUnmapped(Class<?> type) {
        for (Field field : type.getDeclaredFields()) {
            if (!ofJpa(field).isEmpty()) {
                throw new MappingException(type.getName() + "." + field.getName() + ": "
                        + name(ofJpa(field).get(0)) + " is in a class that is not mapped; say @MappedSuperclass on it");
            }
        }
    }

    /** Checks what is said of an attribute. */
    static void check(Attribute attribute) {
        AttributeKind kind = AttributeKind.of(attribute);
        for (Annotation annotation : ofJpa(attribute.declared())) {
            if (!AttributeKind.anyTakes(annotation.annotationType())) {
                throw refused(attribute.toString(), annotation);
            }
            if (!kind.takes(annotation.annotationType())) {
                throw attribute.error(
                        annotation.annotationType(),
                        "is not supported on " + kind.words() + "; "
                                + ADVICE.getOrDefault(
                                        annotation.annotationType().getSimpleName(), "remove it"));
            }
        }
    }

    private static MappingException refused(String place, Annotation annotation) {
        String advice = ADVICE.getOrDefault(
                annotation.annotationType().getSimpleName(), "remove it, or keep the class out of the model");
        return new MappingException(place + ": " + name(annotation) + " is not supported; " + advice);
    }

    private static String name(Annotation annotation) {
        return "@" + annotation.annotationType().getSimpleName();
    }

    private static List<Annotation> ofJpa(AnnotatedElement element) {
        return Arrays.stream(element.getDeclaredAnnotations())
                .filter(annotation -> annotation.annotationType().getName().startsWith(JPA))
                .toList();
    }
}
