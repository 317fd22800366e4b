package io.athanor.orm.mapping;

import java.util.Map;
import java.util.Objects;
import org.jspecify.annotations.Nullable;

/** Makes the columns of mappings. */
final class MappedColumns {
    private MappedColumns() {}

    private static Property property(EntityColumns.Owned owned, @Nullable RelationshipMapping reference) {
        if (reference == null) {
            return Objects.requireNonNull(owned.property());
        }
        ReferenceProperty foreignKey = new ReferenceProperty(reference, owned.part());
        return owned.property() == null ? foreignKey : new SharedProperty(foreignKey, owned.property());
    }

    static MappedColumn of(
            EntityMapping<?> mapping,
            EntityColumns.Owned owned,
            int index,
            Map<RelationshipDraft, RelationshipMapping> relationships) {
        ColumnSpec column = owned.column();
        RelationshipMapping reference = owned.reference() == null ? null : relationships.get(owned.reference());
        MappedColumn.Use use = new MappedColumn.Use(
                column.insertable(), column.updatable(), owned.generation(), reference, owned.role());
        return new MappedColumn(
                mapping.stored(owned.table()).column(column.name()),
                owned.path(),
                index,
                property(owned, reference),
                use);
    }
}
