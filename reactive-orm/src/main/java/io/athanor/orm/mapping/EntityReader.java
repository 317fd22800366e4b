package io.athanor.orm.mapping;

import io.athanor.ConfigurationException;
import io.athanor.orm.mapping.BasicDraft.Role;
import io.athanor.sql.ColumnOption;
import io.athanor.sql.TableName;
import jakarta.persistence.Entity;
import jakarta.persistence.Id;
import jakarta.persistence.Table;
import jakarta.persistence.Version;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import org.jspecify.annotations.Nullable;

/** Reads what the annotations of one class say. */
final class EntityReader {
    private final Class<?> type;
    private final TableName table;
    private final @Nullable Table said;

    private EntityReader(Class<?> type) {
        this.type = type;
        this.said = type.getAnnotation(Table.class);
        this.table = tableName(type, said);
    }

    static EntityDraft read(Class<?> type) {
        return new EntityReader(type).read();
    }

    private EntityDraft read() {
        Entity entity = type.getAnnotation(Entity.class);
        if (entity == null) {
            throw new ConfigurationException(type.getName() + " is no entity; say @Entity on it");
        }
        List<AttributeDraft> attributes = new ArrayList<>();
        AttributeReader.attributes(type).forEach(attribute -> attributes.add(attribute(attribute)));
        if (attributes.stream().noneMatch(AttributeDraft::isKey)) {
            throw new ConfigurationException(
                    type.getName() + " has no @Id; say it on the attribute that is the primary key");
        }
        attributes.sort(Comparator.comparing(AttributeDraft::isKey).reversed());
        String name = entity.name().isEmpty() ? type.getSimpleName() : entity.name();
        return new EntityDraft(type, name, table, said, List.copyOf(attributes), Construction.of(type));
    }

    private static TableName tableName(Class<?> type, @Nullable Table said) {
        String name = said == null || said.name().isEmpty() ? SnakeCase.of(entityName(type)) : said.name();
        return new TableName(said == null || said.schema().isEmpty() ? null : said.schema(), name);
    }

    private static String entityName(Class<?> type) {
        Entity entity = type.getAnnotation(Entity.class);
        return entity == null || entity.name().isEmpty() ? type.getSimpleName() : entity.name();
    }

    private AttributeDraft attribute(Attribute attribute) {
        RelationshipDraft relationship = RelationshipReader.read(attribute);
        return relationship != null ? relationship : basic(attribute);
    }

    private BasicDraft basic(Attribute attribute) {
        Role role = attribute.has(Id.class) ? Role.KEY : attribute.has(Version.class) ? Role.VERSION : Role.PLAIN;
        Generation generation = GenerationReader.read(attribute, table);
        ColumnSpec column = ColumnReader.read(attribute);
        if (role == Role.KEY) {
            column = column.with(ColumnOption.primaryKey());
        }
        if (role == Role.VERSION) {
            column = column.with(ColumnOption.notNull());
        }
        if (generation instanceof Generation.ByDatabase) {
            column = column.with(ColumnOption.identity());
        }
        boolean isUnset = attribute.rawType().isPrimitive() && !(generation instanceof Generation.Assigned);
        Property property = isUnset ? new UnsetIfZero(attribute.property()) : attribute.property();
        return new BasicDraft(attribute.name(), property, column, generation, role);
    }
}
