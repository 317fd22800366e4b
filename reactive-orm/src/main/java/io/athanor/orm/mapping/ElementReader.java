package io.athanor.orm.mapping;

import io.athanor.orm.mapping.BasicDraft.Role;
import io.athanor.orm.mapping.RelationshipDraft.Joined;
import io.athanor.orm.mapping.RelationshipDraft.Shape;
import io.athanor.orm.mapping.RelationshipMapping.Holder;
import io.athanor.sql.ColumnOption;
import jakarta.persistence.AccessType;
import jakarta.persistence.CollectionTable;
import jakarta.persistence.ElementCollection;
import jakarta.persistence.Embeddable;
import jakarta.persistence.OrderBy;
import java.lang.reflect.Type;
import java.util.ArrayList;
import java.util.Collection;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Set;
import org.jspecify.annotations.Nullable;

/** Reads what an attribute says of its collection of values. */
final class ElementReader {
    private static final Generation GIVEN = new Generation.Assigned();
    private static final Map<Class<?>, Holder> HOLDERS = Map.of(
            Collection.class, Holder.LIST,
            List.class, Holder.LIST,
            Set.class, Holder.SET,
            Map.class, Holder.MAP);

    private final Attribute attribute;
    private final ModelContext context;
    private final AccessType access;
    private final Holder holder;

    private ElementReader(Attribute attribute, ModelContext context, AccessType access) {
        this.attribute = attribute;
        this.context = context;
        this.access = access;
        Holder known = HOLDERS.get(attribute.rawType());
        if (known == null) {
            throw attribute.error(
                    ElementCollection.class,
                    "is on a " + attribute.rawType().getName() + "; declare it as Collection, List, Set or Map");
        }
        this.holder = known;
    }

    static ElementDraft read(Attribute attribute, ModelContext context, AccessType access) {
        return new ElementReader(attribute, context, access).read();
    }

    private ElementDraft read() {
        ElementCollection said = Objects.requireNonNull(attribute.annotation(ElementCollection.class));
        Type element =
                said.targetClass() == void.class ? argument(TypeArguments.last(attribute.type())) : said.targetClass();
        OrderBy orderBy = attribute.annotation(OrderBy.class);
        RelationshipDraft relationship = new RelationshipDraft(
                attribute,
                Shape.ONE_TO_MANY,
                TypeArguments.raw(element),
                holder,
                Set.of(),
                true,
                null,
                new Joined(List.of(), null, null),
                orderBy == null ? null : orderBy.value().isBlank() ? "value" : orderBy.value(),
                null,
                null,
                false,
                null);
        return new ElementDraft(relationship, place(), values(element), attribute.annotation(CollectionTable.class));
    }

    private Type argument(@Nullable Type type) {
        if (type == null) {
            throw attribute.error(
                    ElementCollection.class,
                    "is on a raw " + attribute.rawType().getSimpleName() + "; say what is in it, such as List<String>");
        }
        return type;
    }

    private List<BasicDraft> place() {
        ColumnSpec column = PlaceReader.ofElements(attribute, holder);
        return column == null
                ? List.of()
                : List.of(new BasicDraft(
                        holder == Holder.MAP ? "key" : "index",
                        Slot.PLACE,
                        column.with(ColumnOption.notNull()),
                        GIVEN,
                        Role.PLAIN));
    }

    private List<BasicDraft> values(Type type) {
        Attribute value = new Attribute(
                attribute.owner(), attribute.path(), type, attribute.declared(), Slot.VALUE, attribute.overrides());
        if (value.rawType().isAnnotationPresent(Embeddable.class)) {
            List<BasicDraft> parts = new ArrayList<>();
            embedded(value, attribute.path().length() + 1, parts);
            return List.copyOf(parts);
        }
        ColumnSpec column = ColumnReader.read(value, context).with(ColumnOption.notNull());
        return List.of(new BasicDraft("value", Slot.VALUE, column, GIVEN, Role.PLAIN));
    }

    private void embedded(Attribute value, int prefix, List<BasicDraft> parts) {
        for (Attribute part : EmbeddableReader.read(value, access)) {
            AnnotationChecks.check(part);
            switch (AttributeKind.of(part)) {
                case BASIC ->
                    parts.add(new BasicDraft(
                            part.path().substring(prefix),
                            part.property(),
                            ColumnReader.read(part, context),
                            GIVEN,
                            Role.PLAIN));
                case EMBEDDED -> embedded(part, prefix, parts);
                case TO_ONE, TO_MANY, ELEMENTS ->
                    throw part.error(
                            "is in an element of a collection, which has values alone; make the element an entity");
            }
        }
    }
}
