package io.athanor.orm.mapping;

import io.athanor.orm.mapping.RelationshipMapping.Holder;
import io.athanor.types.SqlType;
import io.athanor.types.Types;
import jakarta.persistence.Embeddable;
import jakarta.persistence.Entity;
import jakarta.persistence.EnumType;
import jakarta.persistence.MapKey;
import jakarta.persistence.MapKeyClass;
import jakarta.persistence.MapKeyColumn;
import jakarta.persistence.MapKeyEnumerated;
import jakarta.persistence.MapKeyJoinColumn;
import jakarta.persistence.MapKeyJoinColumns;
import jakarta.persistence.OrderBy;
import jakarta.persistence.OrderColumn;
import java.lang.annotation.Annotation;
import java.lang.reflect.Type;
import java.util.List;
import org.jspecify.annotations.Nullable;

/** Reads how an attribute that holds many says where in it a member is: at which index of a list, by which key of a map. */
final class PlaceReader {
    private static final List<Class<? extends Annotation>> OF_COLUMNS =
            List.of(MapKeyColumn.class, MapKeyEnumerated.class, MapKeyJoinColumn.class, MapKeyJoinColumns.class);

    private final Attribute attribute;
    private final Holder holder;

    private PlaceReader(Attribute attribute, Holder holder) {
        this.attribute = attribute;
        this.holder = holder;
    }

    /** Of a relationship; null if no column says it. */
    static @Nullable PlaceDraft ofRelationship(Attribute attribute, Holder holder) {
        return new PlaceReader(attribute, holder).ofRelationship();
    }

    /** Of a collection of values; null if no column says it. */
    static @Nullable ColumnSpec ofElements(Attribute attribute, Holder holder) {
        PlaceReader reader = new PlaceReader(attribute, holder);
        ColumnSpec index = reader.index();
        return index != null || holder != Holder.MAP ? index : reader.key(reader.keyType());
    }

    private @Nullable PlaceDraft ofRelationship() {
        ColumnSpec index = index();
        if (index != null) {
            return PlaceDraft.of(attribute, MemberPlace.Kind.INDEX, index);
        }
        boolean isByAttribute = attribute.has(MapKey.class);
        for (Class<? extends Annotation> annotation : OF_COLUMNS) {
            if (attribute.has(annotation) && (isByAttribute || holder != Holder.MAP)) {
                throw attribute.error(
                        annotation,
                        isByAttribute
                                ? "says that a column has the key, and @MapKey that an attribute has; keep one of the two"
                                : "is for maps; remove it, or declare a Map");
            }
        }
        if (isByAttribute || holder != Holder.MAP) {
            return null;
        }
        Class<?> type = keyType();
        if (type.isAnnotationPresent(Entity.class)) {
            return byEntity(type);
        }
        if (type.isAnnotationPresent(Embeddable.class)) {
            throw attribute.error("is a map whose key is the embeddable " + type.getSimpleName()
                    + "; say @MapKey with an attribute of the members, or make the key a value or an entity");
        }
        for (Class<? extends Annotation> annotation : List.of(MapKeyJoinColumn.class, MapKeyJoinColumns.class)) {
            if (attribute.has(annotation)) {
                throw attribute.error(
                        annotation,
                        "is for a key that is an entity, and " + type.getSimpleName() + " is none; say @MapKeyColumn");
            }
        }
        return PlaceDraft.of(attribute, MemberPlace.Kind.KEY, key(type));
    }

    private PlaceDraft byEntity(Class<?> type) {
        for (Class<? extends Annotation> annotation : List.of(MapKeyColumn.class, MapKeyEnumerated.class)) {
            if (attribute.has(annotation)) {
                throw attribute.error(
                        annotation, "is for a key that is a value, and the key is an entity; say @MapKeyJoinColumn");
            }
        }
        MapKeyJoinColumns several = attribute.annotation(MapKeyJoinColumns.class);
        MapKeyJoinColumn single = attribute.annotation(MapKeyJoinColumn.class);
        List<MapKeyJoinColumn> joins =
                several != null ? List.of(several.value()) : single == null ? List.of() : List.of(single);
        return new PlaceDraft(
                attribute,
                MemberPlace.Kind.ENTITY,
                null,
                type,
                joins,
                several != null ? several.foreignKey() : single == null ? null : single.foreignKey());
    }

    private @Nullable ColumnSpec index() {
        OrderColumn order = attribute.annotation(OrderColumn.class);
        if (order == null) {
            return null;
        }
        if (holder != Holder.LIST || !order.columnDefinition().isEmpty()) {
            throw attribute.error(OrderColumn.class, "is for a List, and has no columnDefinition; remove it");
        }
        if (attribute.has(OrderBy.class)) {
            throw attribute.error(
                    OrderColumn.class, "keeps the order of the list, and @OrderBy says another; remove one");
        }
        String name = order.name().isEmpty() ? SnakeCase.of(attribute.name()) + "_order" : order.name();
        return spec(name, Types.INTEGER);
    }

    private static ColumnSpec spec(String name, SqlType<?> type) {
        return new ColumnSpec(name, type, List.of(), true, true);
    }

    private Class<?> keyType() {
        MapKeyClass named = attribute.annotation(MapKeyClass.class);
        if (named != null) {
            return Boxes.of(named.value());
        }
        Type argument = TypeArguments.first(attribute.type());
        if (argument == null) {
            throw attribute.error("is a raw Map; say what its keys are, such as Map<String, …>");
        }
        return Boxes.of(TypeArguments.raw(argument));
    }

    private ColumnSpec key(Class<?> type) {
        MapKeyColumn said = attribute.annotation(MapKeyColumn.class);
        String name = said == null || said.name().isEmpty() ? SnakeCase.of(attribute.name()) + "_key" : said.name();
        return spec(name, sqlType(type, said));
    }

    @SuppressWarnings({"unchecked", "rawtypes"}) // a class of an enum, whichever
    private SqlType<?> sqlType(Class<?> type, @Nullable MapKeyColumn said) {
        MapKeyEnumerated enumerated = attribute.annotation(MapKeyEnumerated.class);
        if (type.isEnum()) {
            return enumerated != null && enumerated.value() == EnumType.STRING
                    ? Types.enumerated((Class) type)
                    : Types.enumOrdinal((Class) type);
        }
        if (enumerated != null) {
            throw attribute.error(
                    MapKeyEnumerated.class, "is for a key that is an enum, and it is a " + type.getName());
        }
        if (type == String.class) {
            return Types.varchar(said == null ? 255 : said.length());
        }
        return ColumnTypes.unsized(attribute, type);
    }
}
