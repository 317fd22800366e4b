package io.athanor.orm.mapping;

import io.athanor.orm.mapping.BasicDraft.Role;
import io.athanor.sql.ColumnOption;
import io.athanor.sql.TableName;
import jakarta.persistence.AccessType;
import jakarta.persistence.Entity;
import jakarta.persistence.Id;
import jakarta.persistence.InheritanceType;
import jakarta.persistence.Table;
import jakarta.persistence.Version;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import org.jspecify.annotations.Nullable;

/** Reads what the annotations of one entity say. Confined to one build. */
final class EntityReader {
    private final Class<?> type;
    private final ModelContext context;
    private final @Nullable EntityDraft parent;
    private final TableName table;
    private final @Nullable Table said;
    private final List<AttributeDraft> attributes = new ArrayList<>();

    private EntityReader(Class<?> type, ModelContext context, @Nullable EntityDraft parent) {
        this.type = type;
        this.context = context;
        this.parent = parent;
        this.said = type.getAnnotation(Table.class);
        this.table = parent != null && parent.strategy() == InheritanceType.SINGLE_TABLE
                ? parent.table()
                : tableName(type, said);
    }

    /** What {@code type} says, after what the entity that it extends does. */
    static EntityDraft read(Class<?> type, ModelContext context, @Nullable EntityDraft parent) {
        return new EntityReader(type, context, parent).read();
    }

    private EntityDraft read() {
        EntityClassChecks.check(type);
        Inheritance.check(type, parent);
        if (parent != null) {
            attributes.addAll(parent.attributes());
        }
        AccessType access =
                AccessReader.of(parent == null ? type : parent.root().type());
        List<Attribute> declared =
                type.isRecord() ? EmbeddableReader.components(type) : AttributeReader.of(type, access);
        AnnotationChecks.check(type, declared);
        declared.forEach(attribute -> add(attribute, access, false));
        EntityClassChecks.check(type, attributes);
        attributes.sort(Comparator.comparing(AttributeDraft::isKey).reversed());
        return new EntityDraft(
                type,
                parent,
                name(type),
                table,
                said,
                List.copyOf(attributes),
                type.isRecord() ? Construction.none(type) : Construction.of(type),
                Callbacks.of(type));
    }

    /** The name of the table of an entity that extends none. */
    static TableName tableName(Class<?> type) {
        return tableName(type, type.getAnnotation(Table.class));
    }

    private static TableName tableName(Class<?> type, @Nullable Table said) {
        String name = said == null || said.name().isEmpty() ? SnakeCase.of(name(type)) : said.name();
        return new TableName(said == null || said.schema().isEmpty() ? null : said.schema(), name);
    }

    private static String name(Class<?> type) {
        Entity entity = type.getAnnotation(Entity.class);
        return entity == null || entity.name().isEmpty() ? type.getSimpleName() : entity.name();
    }

    private void add(Attribute attribute, AccessType access, boolean isInKey) {
        AnnotationChecks.check(attribute);
        switch (AttributeKind.of(attribute)) {
            case BASIC -> attributes.add(basic(attribute, isInKey));
            case TO_ONE, TO_MANY -> attributes.add(RelationshipReader.read(attribute, isInKey));
            case ELEMENTS -> attributes.add(ElementReader.read(attribute, context, access));
            case EMBEDDED ->
                EmbeddableReader.read(attribute, access)
                        .forEach(inner -> add(inner, access, isInKey || EmbeddableReader.isKey(attribute)));
        }
    }

    private BasicDraft basic(Attribute attribute, boolean isInKey) {
        Role role = isInKey || attribute.has(Id.class)
                ? Role.KEY
                : attribute.has(Version.class) ? Role.VERSION : Deferrals.role(attribute);
        Deferrals.check(attribute, role);
        Generation generation = Inheritance.hasTablePerClass(type, parent)
                ? GenerationReader.acrossTables(attribute, table)
                : GenerationReader.read(attribute, table);
        ColumnSpec column = ColumnReader.read(attribute, context);
        if (role == Role.KEY) {
            column = column.with(ColumnOption.primaryKey());
        }
        if (role == Role.VERSION) {
            VersionChecks.check(attribute);
            column = column.with(ColumnOption.notNull());
        }
        if (generation instanceof Generation.ByDatabase) {
            column = column.with(ColumnOption.identity());
        }
        boolean isUnset = attribute.rawType().isPrimitive() && !(generation instanceof Generation.Assigned);
        Property property = isUnset ? new UnsetIfZero(attribute.property()) : attribute.property();
        return new BasicDraft(attribute.path(), property, column, generation, role);
    }
}
