package io.athanor.orm.mapping;

import java.util.Map;
import java.util.Objects;

/** Makes the columns of mappings. */
final class MappedColumns {
    private MappedColumns() {}

    static MappedColumn of(
            EntityMapping<?> mapping,
            EntityColumns.Owned owned,
            int index,
            Map<RelationshipDraft, RelationshipMapping> relationships) {
        ColumnSpec column = owned.column();
        RelationshipMapping reference = owned.reference() == null ? null : relationships.get(owned.reference());
        Property property = reference == null
                ? Objects.requireNonNull(owned.property())
                : new ReferenceProperty(reference, owned.part());
        MappedColumn.Use use = new MappedColumn.Use(
                column.insertable(), column.updatable(), owned.generation(), reference, owned.role());
        return new MappedColumn(mapping.table().column(column.name()), owned.path(), index, property, use);
    }
}
