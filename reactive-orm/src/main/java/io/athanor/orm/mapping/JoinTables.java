package io.athanor.orm.mapping;

import io.athanor.orm.mapping.RelationshipDraft.Shape;
import io.athanor.orm.mapping.RelationshipMapping.Keys;
import io.athanor.orm.mapping.TableSpec.ForeignKeySpec;
import io.athanor.orm.mapping.TableSpec.IndexSpec;
import io.athanor.orm.mapping.TableSpec.UniqueSpec;
import io.athanor.sql.Column;
import io.athanor.sql.ColumnOption;
import io.athanor.sql.TableName;
import jakarta.persistence.CheckConstraint;
import jakarta.persistence.ForeignKey;
import jakarta.persistence.JoinColumn;
import jakarta.persistence.JoinTable;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Set;
import java.util.TreeSet;
import org.jspecify.annotations.Nullable;

/** Makes the tables that join two entities. Their key is both foreign keys: a pair is there or not. */
final class JoinTables {
    private final RelationshipDraft relationship;
    private final EntityDraft owner;
    private final EntityDraft target;
    private final @Nullable JoinTable said;

    private JoinTables(RelationshipDraft relationship, EntityDraft owner, EntityDraft target) {
        this.relationship = relationship;
        this.owner = owner;
        this.target = target;
        this.said = relationship.join().table();
    }

    static Keys of(
            RelationshipDraft relationship,
            EntityDraft owner,
            EntityDraft target,
            KeyColumns keys,
            Map<Class<?>, EntityMapping<?>> mappings) {
        return new JoinTables(relationship, owner, target).make(keys, mappings);
    }

    private Keys make(KeyColumns keys, Map<Class<?>, EntityMapping<?>> mappings) {
        Attribute attribute = relationship.attribute();
        String ownerPrefix = SnakeCase.of(owner.name());
        String targetPrefix = owner.type() == target.type()
                ? SnakeCase.of(relationship.attribute().name())
                : SnakeCase.of(target.name());
        List<ColumnSpec> toOwner = keyed(JoinColumnReader.inTable(
                attribute, said == null ? new JoinColumn[0] : said.joinColumns(), keys.of(owner), ownerPrefix, false));
        List<ColumnSpec> toTarget = inKeyUnlessPlaced(JoinColumnReader.inTable(
                attribute,
                said == null ? new JoinColumn[0] : said.inverseJoinColumns(),
                keys.of(target),
                targetPrefix,
                relationship.shape() == Shape.ONE_TO_MANY));
        PlaceDraft placed = relationship.place();
        List<ColumnSpec> place =
                placed == null ? List.of() : keyed(placed.columns(type -> keys.of(relationship, type)));
        List<ColumnSpec> all = new ArrayList<>(toOwner);
        all.addAll(toTarget);
        all.addAll(place);
        requireDifferent(all);
        LinkTable table = new LinkTable(new TableSpec(
                name(),
                List.copyOf(all),
                uniqueKeys(all),
                foreignKeys(toOwner, toTarget, place, mappings),
                CheckReader.read(
                        relationship.attribute().toString(), said == null ? new CheckConstraint[0] : said.check()),
                indexes(all),
                comment()));
        return new Keys(columns(table, toOwner), columns(table, toTarget), table);
    }

    /** A member is in a place of its owner: that is the key of a row, if columns say it. */
    private List<ColumnSpec> inKeyUnlessPlaced(List<ColumnSpec> columns) {
        return relationship.place() == null ? keyed(columns) : columns;
    }

    private static List<ColumnSpec> keyed(List<ColumnSpec> columns) {
        return columns.stream()
                .map(column -> column.with(ColumnOption.primaryKey()))
                .toList();
    }

    private void requireDifferent(List<ColumnSpec> columns) {
        Set<String> names = new TreeSet<>();
        for (ColumnSpec column : columns) {
            if (!names.add(column.name())) {
                throw relationship
                        .attribute()
                        .error(
                                JoinTable.class,
                                "has the column \"" + column.name() + "\" at both sides; give them different names");
            }
        }
    }

    private TableName name() {
        String name = said == null || said.name().isEmpty()
                ? owner.table().name() + "_"
                        + SnakeCase.of(relationship.attribute().name())
                : said.name();
        String schema = said == null || said.schema().isEmpty() ? owner.table().schema() : said.schema();
        return new TableName(schema, name);
    }

    private List<UniqueSpec> uniqueKeys(List<ColumnSpec> columns) {
        return said == null ? List.of() : reader(columns).keys(said.uniqueConstraints());
    }

    private List<IndexSpec> indexes(List<ColumnSpec> columns) {
        return said == null ? List.of() : reader(columns).indexes(said.indexes());
    }

    private @Nullable String comment() {
        return said == null || said.comment().isEmpty() ? null : said.comment();
    }

    private TableReader reader(List<ColumnSpec> columns) {
        return new TableReader(
                relationship.attribute().toString(),
                columns.stream().map(ColumnSpec::name).toList());
    }

    private List<ForeignKeySpec> foreignKeys(
            List<ColumnSpec> toOwner,
            List<ColumnSpec> toTarget,
            List<ColumnSpec> place,
            Map<Class<?>, EntityMapping<?>> mappings) {
        List<ForeignKeySpec> keys = new ArrayList<>();
        add(keys, said == null ? null : said.foreignKey(), toOwner, owner, mappings);
        add(keys, said == null ? null : said.inverseForeignKey(), toTarget, target, mappings);
        PlaceDraft placed = relationship.place();
        if (placed != null
                && (placed.entity() == null
                        || mapping(placed.entity(), mappings).isInOneTable())) {
            keys.addAll(
                    placed.foreignKeys(place, type -> mapping(type, mappings).storedKey()));
        }
        return List.copyOf(keys);
    }

    private static EntityMapping<?> mapping(Class<?> type, Map<Class<?>, EntityMapping<?>> mappings) {
        return Objects.requireNonNull(mappings.get(type));
    }

    private void add(
            List<ForeignKeySpec> keys,
            @Nullable ForeignKey constraint,
            List<ColumnSpec> columns,
            EntityDraft referred,
            Map<Class<?>, EntityMapping<?>> mappings) {
        boolean isOne = Objects.requireNonNull(mappings.get(referred.type())).isInOneTable();
        SaidForeignKey said = ForeignKeyReader.of(relationship.attribute(), constraint);
        if (said.isConstraint() && isOne) {
            keys.add(new ForeignKeySpec(
                    said,
                    columns.stream().map(ColumnSpec::name).toList(),
                    () -> Objects.requireNonNull(mappings.get(referred.type())).storedKey()));
        }
    }

    private static List<Column<?>> columns(LinkTable table, List<ColumnSpec> specs) {
        return specs.stream().<Column<?>>map(spec -> table.column(spec.name())).toList();
    }
}
