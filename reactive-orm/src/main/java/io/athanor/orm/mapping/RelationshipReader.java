package io.athanor.orm.mapping;

import io.athanor.orm.mapping.RelationshipDraft.Joined;
import io.athanor.orm.mapping.RelationshipDraft.Shape;
import io.athanor.orm.mapping.RelationshipMapping.Holder;
import jakarta.persistence.Id;
import jakarta.persistence.JoinColumn;
import jakarta.persistence.JoinColumns;
import jakarta.persistence.JoinTable;
import jakarta.persistence.ManyToMany;
import jakarta.persistence.ManyToOne;
import jakarta.persistence.MapKey;
import jakarta.persistence.MapsId;
import jakarta.persistence.OneToMany;
import jakarta.persistence.OneToOne;
import jakarta.persistence.OrderBy;
import java.lang.annotation.Annotation;
import java.lang.reflect.Type;
import java.util.Collection;
import java.util.List;
import java.util.Map;
import java.util.Set;
import org.jspecify.annotations.Nullable;

/** Reads what an attribute says of its relationship. */
final class RelationshipReader {
    private static final Map<Class<?>, Holder> HOLDERS = Map.of(
            Collection.class, Holder.LIST,
            List.class, Holder.LIST,
            Set.class, Holder.SET,
            Map.class, Holder.MAP);

    private final Attribute attribute;

    private final boolean isKey;

    private RelationshipReader(Attribute attribute, boolean isKey) {
        this.attribute = attribute;
        this.isKey = isKey;
    }

    /** The relationship of {@code attribute}, which is one. */
    static RelationshipDraft read(Attribute attribute, boolean isInKey) {
        return new RelationshipReader(attribute, isInKey || attribute.has(Id.class)).read();
    }

    private RelationshipDraft read() {
        ManyToOne manyToOne = attribute.annotation(ManyToOne.class);
        if (manyToOne != null) {
            Set<Cascade> cascades = Cascades.of(manyToOne.cascade(), false);
            return one(
                    ManyToOne.class, Shape.MANY_TO_ONE, manyToOne.targetEntity(), cascades, manyToOne.optional(), "");
        }
        OneToOne oneToOne = attribute.annotation(OneToOne.class);
        if (oneToOne != null) {
            Set<Cascade> cascades = Cascades.of(oneToOne.cascade(), oneToOne.orphanRemoval());
            Class<?> target = oneToOne.targetEntity();
            return one(OneToOne.class, Shape.ONE_TO_ONE, target, cascades, oneToOne.optional(), oneToOne.mappedBy());
        }
        OneToMany oneToMany = attribute.annotation(OneToMany.class);
        if (oneToMany != null) {
            Set<Cascade> cascades = Cascades.of(oneToMany.cascade(), oneToMany.orphanRemoval());
            return many(OneToMany.class, Shape.ONE_TO_MANY, oneToMany.targetEntity(), cascades, oneToMany.mappedBy());
        }
        ManyToMany manyToMany = attribute.annotation(ManyToMany.class);
        if (manyToMany != null) {
            Set<Cascade> cascades = Cascades.of(manyToMany.cascade(), false);
            return many(
                    ManyToMany.class, Shape.MANY_TO_MANY, manyToMany.targetEntity(), cascades, manyToMany.mappedBy());
        }
        throw attribute.error("is no relationship");
    }

    private RelationshipDraft one(
            Class<? extends Annotation> annotation,
            Shape shape,
            Class<?> said,
            Set<Cascade> cascades,
            boolean optional,
            String mappedBy) {
        Class<?> type = attribute.rawType();
        if (Collection.class.isAssignableFrom(type) || Map.class.isAssignableFrom(type)) {
            throw attribute.error(
                    annotation, "refers to one entity, and the attribute holds many; say @OneToMany or @ManyToMany");
        }
        if (attribute.has(JoinTable.class)) {
            throw attribute.error(
                    JoinTable.class,
                    "is on a relationship to one, which has its foreign key in its own table;"
                            + " say @JoinColumn, or make the table an entity");
        }
        Class<?> target = said == void.class ? type : said;
        MapsId mapsId = attribute.annotation(MapsId.class);
        return new RelationshipDraft(
                attribute,
                shape,
                target,
                Holder.ONE,
                cascades,
                optional,
                mappedBy.isEmpty() ? null : mappedBy,
                joined(),
                null,
                null,
                null,
                isKey,
                mapsId == null ? null : mapsId.value());
    }

    private RelationshipDraft many(
            Class<? extends Annotation> annotation,
            Shape shape,
            Class<?> said,
            Set<Cascade> cascades,
            String mappedBy) {
        Holder holder = HOLDERS.get(attribute.rawType());
        if (holder == null) {
            throw attribute.error(
                    annotation,
                    "refers to many entities, and the attribute is a "
                            + attribute.rawType().getName() + "; declare it as Collection, List, Set or Map");
        }
        OrderBy orderBy = attribute.annotation(OrderBy.class);
        return new RelationshipDraft(
                attribute,
                shape,
                said == void.class ? element(annotation) : said,
                holder,
                cascades,
                true,
                mappedBy.isEmpty() ? null : mappedBy,
                joined(),
                orderBy == null ? null : orderBy.value(),
                mapKey(holder),
                PlaceReader.ofRelationship(attribute, holder),
                false,
                null);
    }

    private @Nullable String mapKey(Holder holder) {
        MapKey key = attribute.annotation(MapKey.class);
        if (key != null && holder != Holder.MAP) {
            throw attribute.error(MapKey.class, "is for maps; remove it, or declare a Map");
        }
        return key == null ? null : key.name();
    }

    private Class<?> element(Class<? extends Annotation> annotation) {
        Type element = TypeArguments.last(attribute.type());
        if (element == null) {
            throw attribute.error(
                    annotation,
                    "is on a raw " + attribute.rawType().getSimpleName()
                            + "; say what is in it, such as List<Comment>, or targetEntity");
        }
        return TypeArguments.raw(element);
    }

    private Joined joined() {
        JoinColumns several = attribute.annotation(JoinColumns.class);
        JoinColumn single = attribute.annotation(JoinColumn.class);
        JoinTable table = attribute.annotation(JoinTable.class);
        if (!attribute.overridingJoinColumns().isEmpty()) {
            return new Joined(attribute.overridingJoinColumns(), null, table);
        }
        if (several != null) {
            return new Joined(List.of(several.value()), several.foreignKey(), table);
        }
        if (single != null) {
            return new Joined(List.of(single), single.foreignKey(), table);
        }
        return new Joined(List.of(), null, table);
    }
}
