package io.athanor.orm.mapping;

import io.athanor.orm.mapping.Refused.Good;
import jakarta.persistence.Column;
import jakarta.persistence.ElementCollection;
import jakarta.persistence.Embeddable;
import jakarta.persistence.Entity;
import jakarta.persistence.ForeignKey;
import jakarta.persistence.Id;
import jakarta.persistence.JoinColumn;
import jakarta.persistence.JoinTable;
import jakarta.persistence.ManyToMany;
import jakarta.persistence.ManyToOne;
import jakarta.persistence.MapKey;
import jakarta.persistence.MapKeyColumn;
import jakarta.persistence.MapKeyJoinColumn;
import jakarta.persistence.OneToMany;
import jakarta.persistence.OneToOne;
import jakarta.persistence.OrderBy;
import jakarta.persistence.OrderColumn;
import java.util.List;
import java.util.Map;
import java.util.Set;
import org.jspecify.annotations.Nullable;

/** Relationships that cannot be mapped, each for one reason. */
@SuppressWarnings("rawtypes")
final class RefusedLinks {
    private RefusedLinks() {}

    @Entity
    static class TargetMissing {
        @Id
        long id;

        @ManyToOne
        @Nullable
        Good good;
    }

    @Entity
    static class ByTable {
        @Id
        long id;

        @ManyToOne
        @JoinTable(name = "links")
        @Nullable
        Good good;
    }

    @Entity
    static class Ordered {
        @Id
        long id;

        @OneToMany
        @OrderColumn
        @OrderBy
        @Nullable
        List<Good> goods;
    }

    @Entity
    static class OrderedSet {
        @Id
        long id;

        @OneToMany
        @OrderColumn
        @Nullable
        Set<Good> goods;
    }

    @Entity
    static class OrderedByOtherSide {
        @Id
        long id;

        @ManyToMany(mappedBy = "goods")
        @OrderColumn
        @Nullable
        List<ManyGoods> holders;
    }

    @Entity
    static class ManyGoods {
        @Id
        long id;

        @ManyToMany
        @Nullable
        List<OrderedByOtherSide> goods;
    }

    @Entity
    static class PlaceTwice {
        @Id
        long id;

        @OneToMany
        @JoinColumn(name = "holder_id")
        @OrderColumn(name = "position")
        @Nullable
        List<Placed> placed;
    }

    @Entity
    static class Placed {
        @Id
        long id;

        int position;
    }

    @Entity
    static class KeyedTwice {
        @Id
        long id;

        @OneToMany
        @MapKey
        @MapKeyColumn
        @Nullable
        Map<Long, Good> goods;
    }

    @Entity
    static class KeyOfList {
        @Id
        long id;

        @OneToMany
        @MapKeyColumn
        @Nullable
        List<Good> goods;
    }

    @Entity
    static class JoinOfValue {
        @Id
        long id;

        @OneToMany
        @MapKeyJoinColumn
        @Nullable
        Map<String, Good> goods;
    }

    @Entity
    static class ColumnOfEntity {
        @Id
        long id;

        @OneToMany
        @MapKeyColumn
        @Nullable
        Map<Good, Good> goods;
    }

    @Entity
    static class EmbeddableKey {
        @Id
        long id;

        @OneToMany
        @Nullable
        Map<Part, Good> goods;
    }

    @Embeddable
    static class Part {
        int number;
    }

    @Entity
    static class KeyOfOtherType {
        @Id
        long id;

        @OneToMany
        @MapKey(name = "id")
        @Nullable
        Map<String, Good> goods;
    }

    @Entity
    static class ElementsByEntity {
        @Id
        long id;

        @ElementCollection
        @MapKeyJoinColumn
        @Nullable
        Map<Good, String> names;
    }

    @Entity
    static class RawValues {
        @Id
        long id;

        @ElementCollection
        @Nullable
        List values;
    }

    @Entity
    static class RawCollection {
        @Id
        long id;

        @OneToMany
        @Nullable
        List goods;
    }

    @Entity
    static class ArrayOfMany {
        @Id
        long id;

        @OneToMany
        Good @Nullable [] goods;
    }

    @Entity
    static class ManyInOne {
        @Id
        long id;

        @ManyToOne
        @Nullable
        List<Good> goods;
    }

    @Entity
    static class ColumnOnReference {
        @Id
        long id;

        @ManyToOne
        @Column(name = "good")
        @Nullable
        Good good;
    }

    @Entity
    static class MappedByNothing {
        @Id
        long id;

        @OneToMany(mappedBy = "owner")
        @Nullable
        List<Good> goods;
    }

    @Entity
    static class Pointing {
        @Id
        long id;

        @ManyToOne
        @Nullable
        Good good;
    }

    @Entity
    static class MappedByOther {
        @Id
        long id;

        @OneToMany(mappedBy = "good")
        @Nullable
        List<Pointing> goods;
    }

    @Entity
    static class OneBack {
        @Id
        long id;

        @OneToOne
        @Nullable
        MappedByWrongShape back;
    }

    @Entity
    static class MappedByWrongShape {
        @Id
        long id;

        @OneToMany(mappedBy = "back")
        @Nullable
        List<OneBack> many;
    }

    @Entity
    static class BackToColumn {
        @Id
        long id;

        @ManyToOne
        @Nullable
        MappedWithColumn back;
    }

    @Entity
    static class MappedWithColumn {
        @Id
        long id;

        @OneToMany(mappedBy = "back")
        @JoinColumn(name = "back_id")
        @Nullable
        List<BackToColumn> many;
    }

    @Entity
    static class BackOnce {
        @Id
        long id;

        @ManyToOne
        @Nullable
        MappedTwice back;
    }

    @Entity
    static class MappedTwice {
        @Id
        long id;

        @OneToMany(mappedBy = "back")
        @Nullable
        List<BackOnce> many;

        @OneToMany(mappedBy = "back")
        @Nullable
        List<BackOnce> more;
    }

    @Entity
    static class LongKey {
        @Id
        int area;

        @Id
        int number;
    }

    @Entity
    static class UnknownOption {
        @Id
        long id;

        @ManyToOne
        @JoinColumn(foreignKey = @ForeignKey(options = "ON DELETE CASCADE NOT VALID"))
        Good good = new Good();
    }

    @Entity
    static class DefinedForeignKey {
        @Id
        long id;

        @ManyToOne
        @JoinColumn(foreignKey = @ForeignKey(foreignKeyDefinition = "foreign key (good_id) references good"))
        Good good = new Good();
    }

    @Entity
    static class ShortForeignKey {
        @Id
        long id;

        @ManyToOne
        @JoinColumn(name = "target")
        @Nullable
        LongKey target;
    }

    @Entity
    static class UnknownOrder {
        @Id
        long id;

        @ManyToMany
        @OrderBy("nmae")
        @Nullable
        Set<Good> goods;
    }

    @Entity
    static class SameColumnsInTable {
        @Id
        long id;

        @ManyToMany
        @JoinTable(joinColumns = @JoinColumn(name = "id"), inverseJoinColumns = @JoinColumn(name = "id"))
        @Nullable
        Set<Good> goods;
    }

    @Entity
    static class KeyInCircle {
        @Id
        @OneToOne
        @Nullable
        KeyInCircleBack back;
    }

    @Entity
    static class KeyInCircleBack {
        @Id
        @OneToOne
        @Nullable
        KeyInCircle back;
    }
}
