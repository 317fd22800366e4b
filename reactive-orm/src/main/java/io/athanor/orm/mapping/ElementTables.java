package io.athanor.orm.mapping;

import io.athanor.orm.mapping.RelationshipMapping.Holder;
import io.athanor.orm.mapping.RelationshipMapping.Keys;
import io.athanor.orm.mapping.RelationshipMapping.Kind;
import io.athanor.orm.mapping.TableSpec.ForeignKeySpec;
import io.athanor.sql.Column;
import io.athanor.sql.ColumnOption;
import io.athanor.sql.TableName;
import jakarta.persistence.CollectionTable;
import jakarta.persistence.Index;
import jakarta.persistence.JoinColumn;
import jakarta.persistence.UniqueConstraint;
import java.util.ArrayList;
import java.util.List;
import org.jspecify.annotations.Nullable;

/** Makes the tables of collections of values. */
final class ElementTables {
    private final ElementDraft draft;
    private final EntityDraft owner;
    private final EntityMapping<?> owning;
    private final @Nullable CollectionTable said;

    private ElementTables(ElementDraft draft, EntityDraft owner, EntityMapping<?> owning) {
        this.draft = draft;
        this.owner = owner;
        this.owning = owning;
        this.said = draft.table();
    }

    static RelationshipMapping of(ElementDraft draft, EntityDraft owner, EntityMapping<?> owning, KeyColumns keys) {
        return new ElementTables(draft, owner, owning).make(draft.relationship().target(), keys);
    }

    private <T> RelationshipMapping make(Class<T> type, KeyColumns keys) {
        List<ColumnSpec> foreignKey = JoinColumnReader.inTable(
                attribute(),
                said == null ? new JoinColumn[0] : said.joinColumns(),
                keys.of(owner),
                SnakeCase.of(owner.root().name()),
                false);
        List<BasicDraft> elements = new ArrayList<>(draft.place());
        elements.addAll(draft.values());
        EntityMapping<T> target = new EntityMapping<>(
                type,
                owner.name() + "." + attribute().path(),
                spec(foreignKey, elements),
                Construction.none(type),
                Callbacks.NONE);
        List<MappedColumn> columns = new ArrayList<>();
        for (BasicDraft element : elements) {
            MappedColumn.Use use = new MappedColumn.Use(true, true, element.generation(), null, element.role());
            Column<?> column = target.table().column(element.column().name());
            columns.add(new MappedColumn(column, element.path(), columns.size(), element.property(), use));
        }
        target.complete(columns, List.of());
        Keys linked = new Keys(
                foreignKey.stream()
                        .<Column<?>>map(column -> target.table().column(column.name()))
                        .toList(),
                columns.stream().<Column<?>>map(MappedColumn::column).toList(),
                target.table());
        RelationshipMapping mapping =
                new RelationshipMapping(draft.relationship(), Kind.ELEMENTS, owning, target, linked);
        mapping.holdRows(new ElementRows(draft.relationship().holder(), columns));
        MemberOrder.resolve(mapping);
        if (draft.relationship().holder() == Holder.LIST && !draft.place().isEmpty()) {
            mapping.orderBy(List.of(columns.get(0).column().asc()));
        }
        return mapping;
    }

    private Attribute attribute() {
        return draft.relationship().attribute();
    }

    private TableSpec spec(List<ColumnSpec> foreignKey, List<BasicDraft> elements) {
        List<ColumnSpec> all = new ArrayList<>();
        foreignKey.forEach(column -> all.add(isKeyed() ? column.with(ColumnOption.primaryKey()) : column));
        for (BasicDraft element : elements) {
            boolean isKey =
                    isKeyed() && (draft.place().isEmpty() || draft.place().contains(element));
            all.add(isKey ? element.column().with(ColumnOption.primaryKey()) : element.column());
        }
        TableReader reader = new TableReader(
                attribute().toString(), all.stream().map(ColumnSpec::name).toList());
        List<ForeignKeySpec> references = new ArrayList<>();
        SaidForeignKey key = ForeignKeyReader.of(attribute(), said == null ? null : said.foreignKey());
        if (key.isConstraint() && owning.isInOneTable()) {
            references.add(new ForeignKeySpec(
                    key, foreignKey.stream().map(ColumnSpec::name).toList(), owning::storedKey));
        }
        return new TableSpec(
                name(),
                List.copyOf(all),
                reader.keys(said == null ? new UniqueConstraint[0] : said.uniqueConstraints()),
                List.copyOf(references),
                List.of(),
                reader.indexes(said == null ? new Index[0] : said.indexes()),
                null);
    }

    /** An index or a key is there once; so is a value in a set, if it is in one column that a key can have. */
    private boolean isKeyed() {
        return !draft.place().isEmpty()
                || (draft.relationship().holder() == Holder.SET
                        && draft.values().size() == 1
                        && !attribute().has(jakarta.persistence.Lob.class));
    }

    private TableName name() {
        String name = said == null || said.name().isEmpty()
                ? owner.table().name() + "_" + SnakeCase.of(attribute().name())
                : said.name();
        return new TableName(
                said == null || said.schema().isEmpty() ? owner.table().schema() : said.schema(), name);
    }
}
