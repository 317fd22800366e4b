package io.athanor.orm.mapping;

import jakarta.persistence.AttributeConverter;
import jakarta.persistence.AttributeOverride;
import jakarta.persistence.Column;
import jakarta.persistence.Convert;
import jakarta.persistence.DiscriminatorValue;
import jakarta.persistence.Embeddable;
import jakarta.persistence.Embedded;
import jakarta.persistence.Entity;
import jakarta.persistence.Enumerated;
import jakarta.persistence.GeneratedValue;
import jakarta.persistence.GenerationType;
import jakarta.persistence.Id;
import jakarta.persistence.IdClass;
import jakarta.persistence.Index;
import jakarta.persistence.Inheritance;
import jakarta.persistence.InheritanceType;
import jakarta.persistence.NamedEntityGraph;
import jakarta.persistence.NamedQuery;
import jakarta.persistence.PrePersist;
import jakarta.persistence.PrimaryKeyJoinColumn;
import jakarta.persistence.SecondaryTable;
import jakarta.persistence.Table;
import jakarta.persistence.UniqueConstraint;
import jakarta.persistence.Version;
import org.jspecify.annotations.Nullable;

/** Classes that cannot be mapped, each for one reason. */
@SuppressWarnings({"deprecation", "JavaUtilDate", "unused", "UnusedMethod", "UnusedVariable"})
final class Refused {
    private Refused() {}

    @Entity
    static class Good {
        @Id
        @Nullable
        Long id;

        @Nullable
        String name;
    }

    static class NoEntity {}

    @Entity
    @AttributeOverride(name = "nmae", column = @Column(name = "title"))
    static class OverridesNothing {
        @Id
        long id;

        @Nullable
        String name;
    }

    @Entity
    @Inheritance(strategy = InheritanceType.JOINED)
    @PrimaryKeyJoinColumn(name = "other_id")
    static class LinkedToNothing {
        @Id
        long id;
    }

    @Entity
    @Inheritance(strategy = InheritanceType.TABLE_PER_CLASS)
    static class CountedPerTable {
        @Id
        @GeneratedValue(strategy = GenerationType.IDENTITY)
        long id;
    }

    @Entity
    @Inheritance(strategy = InheritanceType.TABLE_PER_CLASS)
    @SecondaryTable(name = "other")
    static class SecondaryPerClass {
        @Id
        long id;

        @Column(table = "other")
        int size;
    }

    @Entity
    @SecondaryTable(name = "other")
    static class KeyElsewhere {
        @Id
        @Column(table = "other")
        long id;
    }

    @Entity
    abstract static class AbstractAlone {
        @Id
        long id;
    }

    @Entity
    static class ParentMissing extends Good {}

    @Entity
    @DiscriminatorValue("Good")
    static class SameValue extends Good {}

    @Entity
    @SecondaryTable(name = "other")
    static class InTwoTables {
        @Id
        long id;

        @Column(table = "nowhere")
        int size;
    }

    @Entity
    static class NoId {
        @Nullable
        String name;
    }

    @Entity
    static class NoConstructor {
        @Id
        long id;

        NoConstructor(long id) {
            this.id = id;
        }
    }

    @Entity
    abstract static class AbstractEntity {
        @Id
        long id;
    }

    @Entity
    @Embeddable
    static class EntityAndEmbeddable {
        @Id
        long id;
    }

    @Entity
    @NamedQuery(name = "all", query = "from Good")
    static class WithQuery {
        @Id
        long id;
    }

    @Entity
    @NamedEntityGraph
    static class WithGraph {
        @Id
        long id;
    }

    @Entity
    @Table(catalog = "other")
    static class WithCatalog {
        @Id
        long id;
    }

    @Entity
    @Table(indexes = @Index(columnList = "nmae"))
    static class UnknownIndexColumn {
        @Id
        long id;

        @Nullable
        String name;
    }

    @Entity
    @Table(uniqueConstraints = @UniqueConstraint(columnNames = "nmae"))
    static class UnknownUniqueColumn {
        @Id
        long id;

        @Nullable
        String name;
    }

    @Entity
    static class TwoVersions {
        @Id
        long id;

        @Version
        int first;

        @Version
        int second;
    }

    static class Parent {
        @Id
        long id;
    }

    @Entity
    static class UnmappedParent extends Parent {}

    record Half(int area) {}

    @Entity
    @IdClass(Half.class)
    static class IdClassWithoutPart {
        @Id
        int area;

        @Id
        int number;
    }

    @Entity
    static class FinalField {
        @Id
        long id;

        final String name = "fixed";
    }

    @Entity
    static class OldDate {
        @Id
        long id;

        java.util.@Nullable Date created;
    }

    @Entity
    static class WithTemporal {
        @Id
        long id;

        @jakarta.persistence.Temporal(jakarta.persistence.TemporalType.DATE)
        java.util.@Nullable Date created;
    }

    @Entity
    static class UnknownType {
        @Id
        long id;

        @Nullable
        Thread thread;
    }

    @Entity
    static class EnumeratedText {
        @Id
        long id;

        @Enumerated
        @Nullable
        String name;
    }

    @Entity
    static class OneColumnTwice {
        @Id
        long id;

        @Column(name = "name")
        @Nullable
        String first;

        @Column(name = "name")
        @Nullable
        String second;
    }

    @Entity
    static class TableGenerator {
        @Id
        @GeneratedValue(strategy = GenerationType.TABLE)
        long id;
    }

    @Entity
    static class UnknownGenerator {
        @Id
        @GeneratedValue(strategy = GenerationType.SEQUENCE, generator = "nowhere")
        long id;
    }

    @Entity
    static class IdentityOfText {
        @Id
        @GeneratedValue(strategy = GenerationType.IDENTITY)
        @Nullable
        String id;
    }

    @Entity
    static class MoreThanType {
        @Id
        long id;

        @Column(columnDefinition = "varchar(20) default 'x'")
        @Nullable
        String name;
    }

    @Entity
    static class VersionOfText {
        @Id
        long id;

        @Version
        @Nullable
        String version;
    }

    @Entity
    static class OnBothPlaces {
        @Id
        long id;

        @Nullable
        String name;

        @Column(name = "other")
        @Nullable
        String getName() {
            return name;
        }
    }

    @Entity
    static class NoSetter {
        @Id
        long getId() {
            return 1;
        }

        void setId(long id) {}

        String getName() {
            return "fixed";
        }
    }

    static class NumberConverter implements AttributeConverter<Integer, String> {
        @Override
        public String convertToDatabaseColumn(Integer attribute) {
            return attribute.toString();
        }

        @Override
        public Integer convertToEntityAttribute(String column) {
            return Integer.valueOf(column);
        }
    }

    @Entity
    static class ConverterOfOther {
        @Id
        long id;

        @Convert(converter = NumberConverter.class)
        @Nullable
        String name;
    }

    static class Place {
        @Nullable
        String city;
    }

    @Entity
    static class EmbeddedUnknown {
        @Id
        long id;

        @Embedded
        @Nullable
        Place place;
    }

    @Embeddable
    static class City {
        @Nullable
        String city;
    }

    @Entity
    static class OverridesUnknown {
        @Id
        long id;

        @AttributeOverride(name = "cty", column = @Column(name = "town"))
        @Nullable
        City place;
    }

    @Entity
    static class SameEmbeddedTwice {
        @Id
        long id;

        @Nullable
        City home;

        @Nullable
        City work;
    }

    @Entity
    static class CalledBack {
        @Id
        long id;

        @PrePersist
        void stamp(String name) {}
    }
}
