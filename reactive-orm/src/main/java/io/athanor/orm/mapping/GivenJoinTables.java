package io.athanor.orm.mapping;

import io.athanor.orm.mapping.KeyColumns.KeyColumn;
import io.athanor.orm.mapping.RelationshipMapping.Keys;
import io.athanor.sql.Column;
import io.athanor.sql.ForeignKey;
import io.athanor.sql.TypedTable;
import java.util.ArrayList;
import java.util.List;
import java.util.Objects;
import org.jspecify.annotations.Nullable;

/** Join tables that are there already, with the foreign keys by which they join. */
final class GivenJoinTables {
    private GivenJoinTables() {}

    static Keys of(
            Attribute attribute, RelationshipDeclaration said, EntityDraft owner, EntityDraft target, KeyColumns keys) {
        TypedTable<?> table = Objects.requireNonNull(said.joinTable());
        ForeignKey toOwner = toOwner(attribute, said, table, owner, target);
        ForeignKey toTarget = toTarget(attribute, table, toOwner, target);
        return new Keys(
                inOrder(attribute, table, toOwner, keys.of(owner)),
                inOrder(attribute, table, toTarget, keys.of(target)),
                table);
    }

    private static ForeignKey toOwner(
            Attribute attribute,
            RelationshipDeclaration said,
            TypedTable<?> table,
            EntityDraft owner,
            EntityDraft target) {
        ForeignKeys keys = new ForeignKeys(attribute, table, owner.table());
        if (said.foreignKey().isEmpty() && owner.table().equals(target.table())) {
            throw attribute.error("is joined to its own table by " + table.name()
                    + "; say by(…) which of its columns refer to the owner");
        }
        @Nullable ForeignKey key = keys.of(said.foreignKey(), false);
        if (key == null) {
            throw attribute.error("is joined by " + said.foreignKey() + ", which has no foreign key to " + owner.table()
                    + "; declare it");
        }
        return key;
    }

    private static ForeignKey toTarget(
            Attribute attribute, TypedTable<?> table, ForeignKey toOwner, EntityDraft target) {
        List<ForeignKey> others = new ForeignKeys(attribute, table, target.table())
                .all().stream()
                        .filter(key -> !key.columns().equals(toOwner.columns()))
                        .toList();
        if (others.size() != 1) {
            throw attribute.error("is joined by " + table.name() + ", which has "
                    + (others.isEmpty() ? "no foreign key" : "several foreign keys") + " to " + target.table()
                    + "; it needs one");
        }
        return others.get(0);
    }

    /** The columns that refer, in the order of the key that they refer to. */
    private static List<Column<?>> inOrder(
            Attribute attribute, TypedTable<?> table, ForeignKey key, List<KeyColumn> referred) {
        List<String> targets = key.targetColumns().stream().map(Column::name).toList();
        List<Column<?>> columns = new ArrayList<>();
        for (KeyColumn part : referred) {
            int place = targets.indexOf(part.column().name());
            if (place < 0) {
                throw attribute.error("is joined by " + table.name() + ", whose foreign key " + key.columns()
                        + " does not refer to the key's column " + part.column().name());
            }
            columns.add(table.column(key.columns().get(place).name()));
        }
        return List.copyOf(columns);
    }
}
