package io.athanor.orm.mapping;

import io.athanor.MappingException;
import io.athanor.sql.TableName;
import jakarta.persistence.InheritanceType;

/**
 * In which table a column of an entity lies.
 *
 * @param table the table
 * @param origin where the class that has the attribute has it: another table only where each class has all columns in its own
 */
record Placement(TableName table, TableName origin) {
    /** Where {@code entity} has a column of one of its attributes. */
    static Placement of(EntityDraft entity, AttributeDraft attribute, String name, ColumnSpec column) {
        if (attribute.isKey()) {
            if (!column.table().isEmpty()) {
                throw new MappingException(entity.type().getName() + "." + name
                        + ": is part of the key, which is in all tables of the entity; remove table");
            }
            return new Placement(main(entity, entity.root()), entity.root().table());
        }
        EntityDraft declaring = declaring(entity, attribute);
        if (column.table().isEmpty() || column.table().equals(declaring.table().name())) {
            return new Placement(main(entity, declaring), declaring.table());
        }
        TableName secondary = SecondaryTables.named(entity, name, column.table());
        return new Placement(secondary, secondary);
    }

    /** Where {@code entity}, or one that it extends, has a column that the relationship of another says. */
    static Placement ofForeign(EntityDraft entity, EntityDraft named, String name, ColumnSpec column) {
        if (column.table().isEmpty() || column.table().equals(named.table().name())) {
            return new Placement(main(entity, named), named.table());
        }
        TableName secondary = SecondaryTables.named(named, name, column.table());
        return new Placement(secondary, secondary);
    }

    /** Where {@code entity} has what its root has for the whole hierarchy. */
    static Placement ofRoot(EntityDraft entity) {
        return new Placement(main(entity, entity.root()), entity.root().table());
    }

    private static TableName main(EntityDraft entity, EntityDraft declaring) {
        return entity.strategy() == InheritanceType.TABLE_PER_CLASS ? entity.table() : declaring.table();
    }

    @SuppressWarnings("ReferenceEquality") // a class has the very attributes of the one it extends
    private static EntityDraft declaring(EntityDraft entity, AttributeDraft attribute) {
        EntityDraft parent = entity.parent();
        boolean isInherited = parent != null && parent.attributes().stream().anyMatch(each -> each == attribute);
        return parent != null && isInherited ? declaring(parent, attribute) : entity;
    }
}
