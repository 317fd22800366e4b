package io.athanor.orm.mapping;

import jakarta.persistence.Access;
import jakarta.persistence.AssociationOverride;
import jakarta.persistence.AssociationOverrides;
import jakarta.persistence.AttributeOverride;
import jakarta.persistence.AttributeOverrides;
import jakarta.persistence.Basic;
import jakarta.persistence.CollectionTable;
import jakarta.persistence.Column;
import jakarta.persistence.Convert;
import jakarta.persistence.Converts;
import jakarta.persistence.ElementCollection;
import jakarta.persistence.Embeddable;
import jakarta.persistence.Embedded;
import jakarta.persistence.EmbeddedId;
import jakarta.persistence.Enumerated;
import jakarta.persistence.GeneratedValue;
import jakarta.persistence.Id;
import jakarta.persistence.JoinColumn;
import jakarta.persistence.JoinColumns;
import jakarta.persistence.JoinTable;
import jakarta.persistence.Lob;
import jakarta.persistence.ManyToMany;
import jakarta.persistence.ManyToOne;
import jakarta.persistence.MapKey;
import jakarta.persistence.MapKeyClass;
import jakarta.persistence.MapKeyColumn;
import jakarta.persistence.MapKeyEnumerated;
import jakarta.persistence.MapKeyJoinColumn;
import jakarta.persistence.MapKeyJoinColumns;
import jakarta.persistence.MapsId;
import jakarta.persistence.OneToMany;
import jakarta.persistence.OneToOne;
import jakarta.persistence.OrderBy;
import jakarta.persistence.OrderColumn;
import jakarta.persistence.SequenceGenerator;
import jakarta.persistence.SequenceGenerators;
import jakarta.persistence.Version;
import java.lang.annotation.Annotation;
import java.util.Map;
import java.util.Objects;
import java.util.Set;

/** What an attribute can be, and which annotations say more of it. */
enum AttributeKind {
    BASIC("one value"),
    EMBEDDED("an embedded object"),
    ELEMENTS("a collection of values"),
    TO_ONE("a relationship to one"),
    TO_MANY("a relationship to many");

    private static final Map<AttributeKind, Set<Class<? extends Annotation>>> ANNOTATIONS = Map.ofEntries(
            Map.entry(
                    BASIC,
                    Set.of(
                            Basic.class,
                            Column.class,
                            Id.class,
                            GeneratedValue.class,
                            SequenceGenerator.class,
                            SequenceGenerators.class,
                            Version.class,
                            Enumerated.class,
                            Convert.class,
                            Converts.class,
                            Lob.class)),
            Map.entry(
                    EMBEDDED,
                    Set.of(
                            Embedded.class,
                            EmbeddedId.class,
                            AttributeOverride.class,
                            AttributeOverrides.class,
                            AssociationOverride.class,
                            AssociationOverrides.class,
                            Convert.class,
                            Converts.class)),
            Map.entry(
                    ELEMENTS,
                    Set.of(
                            ElementCollection.class,
                            CollectionTable.class,
                            Column.class,
                            Enumerated.class,
                            Lob.class,
                            Convert.class,
                            Converts.class,
                            AttributeOverride.class,
                            AttributeOverrides.class,
                            OrderBy.class,
                            OrderColumn.class,
                            MapKeyColumn.class,
                            MapKeyClass.class,
                            MapKeyEnumerated.class)),
            Map.entry(
                    TO_ONE,
                    Set.of(
                            ManyToOne.class,
                            OneToOne.class,
                            JoinColumn.class,
                            JoinColumns.class,
                            JoinTable.class,
                            Id.class,
                            MapsId.class)),
            Map.entry(
                    TO_MANY,
                    Set.of(
                            OneToMany.class,
                            ManyToMany.class,
                            JoinColumn.class,
                            JoinColumns.class,
                            JoinTable.class,
                            OrderBy.class,
                            OrderColumn.class,
                            MapKey.class,
                            MapKeyColumn.class,
                            MapKeyClass.class,
                            MapKeyEnumerated.class,
                            MapKeyJoinColumn.class,
                            MapKeyJoinColumns.class)));

    private final String words;

    AttributeKind(String words) {
        this.words = words;
    }

    static AttributeKind of(Attribute attribute) {
        if (attribute.has(ManyToOne.class) || attribute.has(OneToOne.class)) {
            return TO_ONE;
        }
        if (attribute.has(ElementCollection.class)) {
            return ELEMENTS;
        }
        if (attribute.has(OneToMany.class) || attribute.has(ManyToMany.class)) {
            return TO_MANY;
        }
        boolean isEmbedded = attribute.has(Embedded.class)
                || attribute.has(EmbeddedId.class)
                || (attribute.rawType().isAnnotationPresent(Embeddable.class) && !isConverted(attribute));
        return isEmbedded ? EMBEDDED : BASIC;
    }

    private static boolean isConverted(Attribute attribute) {
        Convert convert = attribute.annotation(Convert.class);
        return convert != null && convert.attributeName().isEmpty();
    }

    /** Whether {@code annotation} says something of such an attribute. */
    boolean takes(Class<? extends Annotation> annotation) {
        return Objects.requireNonNull(ANNOTATIONS.get(this)).contains(annotation) || annotation == Access.class;
    }

    /** Whether any attribute takes {@code annotation}. */
    static boolean anyTakes(Class<? extends Annotation> annotation) {
        for (AttributeKind kind : values()) {
            if (kind.takes(annotation)) {
                return true;
            }
        }
        return false;
    }

    /** What it is, in words. */
    String words() {
        return words;
    }
}
