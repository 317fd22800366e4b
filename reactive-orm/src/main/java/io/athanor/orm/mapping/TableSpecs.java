package io.athanor.orm.mapping;

import io.athanor.MappingException;
import io.athanor.orm.mapping.EntityColumns.Owned;
import io.athanor.orm.mapping.KeyColumns.KeyColumn;
import io.athanor.orm.mapping.TableSpec.ForeignKeySpec;
import io.athanor.sql.Column;
import io.athanor.sql.TableName;
import jakarta.persistence.CheckConstraint;
import jakarta.persistence.ForeignKey;
import jakarta.persistence.Index;
import jakarta.persistence.InheritanceType;
import jakarta.persistence.SecondaryTable;
import jakarta.persistence.Table;
import jakarta.persistence.UniqueConstraint;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.function.Function;
import org.jspecify.annotations.Nullable;

/** Puts together the tables of entities: those that classes of a hierarchy share, and those that they have beside. */
final class TableSpecs {
    private final Drafts drafts;
    private final KeyColumns keys;
    private final Map<Class<?>, EntityColumns> columns;
    private final Map<TableName, List<ForeignKeySpec>> foreignKeys;
    private final Function<EntityDraft, List<Column<?>>> keyOf;

    /**
     * Puts tables together.
     *
     * @param keyOf the key of an entity as foreign keys refer to it, asked for when all tables are made
     */
    TableSpecs(
            Drafts drafts,
            KeyColumns keys,
            Map<Class<?>, EntityColumns> columns,
            Map<TableName, List<ForeignKeySpec>> foreignKeys,
            Function<EntityDraft, List<Column<?>>> keyOf) {
        this.drafts = drafts;
        this.keys = keys;
        this.columns = columns;
        this.foreignKeys = foreignKeys;
        this.keyOf = keyOf;
    }

    /** The table of an entity: with the columns of all classes that share it, if they do. */
    TableSpec of(EntityDraft entity) {
        boolean isShared = entity.strategy() == InheritanceType.SINGLE_TABLE;
        EntityDraft first = isShared ? entity.root() : entity;
        Map<String, ColumnSpec> all = new LinkedHashMap<>();
        List<ForeignKeySpec> references = new ArrayList<>();
        EntityDraft parent = entity.parent();
        if (parent != null && entity.strategy() == InheritanceType.JOINED) {
            List<ColumnSpec> key = key(entity);
            key.forEach(column -> all.put(column.name(), column));
            link(references, key, KeyLinks.constraint(entity.type()), parent);
        }
        for (EntityDraft each : isShared ? drafts.below(first) : List.of(first)) {
            collect(each, first, all);
        }
        references.addAll(foreignKeys.getOrDefault(first.table(), List.of()));
        Table said = first.said();
        String place = first.type().getName();
        TableReader reader = new TableReader(place, List.copyOf(all.keySet()));
        return new TableSpec(
                first.table(),
                List.copyOf(all.values()),
                reader.keys(said == null ? new UniqueConstraint[0] : said.uniqueConstraints()),
                List.copyOf(references),
                CheckReader.read(place, said == null ? new CheckConstraint[0] : said.check()),
                reader.indexes(said == null ? new Index[0] : said.indexes()),
                said == null || said.comment().isEmpty() ? null : said.comment());
    }

    /** What stands for the table of an entity, whose columns lie in several, in queries. */
    TableSpec reading(EntityDraft entity, ReadColumns names) {
        List<ForeignKeySpec> references = new ArrayList<>();
        EntityColumns own = columnsOf(entity);
        for (TableName table : own.tables()) {
            for (ForeignKeySpec key : foreignKeys.getOrDefault(table, List.of())) {
                if (own.in(table).keySet().containsAll(key.columns())) {
                    references.add(new ForeignKeySpec(
                            key.said(),
                            key.columns().stream()
                                    .map(column -> names.name(
                                            Objects.requireNonNull(own.in(table).get(column))))
                                    .toList(),
                            key.target()));
                }
            }
        }
        return new TableSpec(
                entity.table(), names.all(), List.of(), List.copyOf(references), List.of(), List.of(), null);
    }

    private void collect(EntityDraft entity, EntityDraft first, Map<String, ColumnSpec> all) {
        for (Owned owned : columnsOf(entity).in(first.table()).values()) {
            ColumnSpec column = owned.column();
            boolean isOfAll = entity.type() == first.type();
            ColumnSpec other = all.putIfAbsent(column.name(), isOfAll ? column : column.nullable());
            if (other != null && !other.type().dataType().equals(column.type().dataType())) {
                throw new MappingException(
                        entity.type().getName() + ": has the column \"" + column.name() + "\" as " + column.type()
                                + ", and another class of its hierarchy has it as " + other.type()
                                + "; give one of them another name");
            }
            if (other != null && isOfAll && entity.parent() != null) {
                throw new MappingException(entity.type().getName() + "." + owned.path() + ": has the column \""
                        + column.name() + "\", which is the key of its table; give it another name");
            }
        }
    }

    private EntityColumns columnsOf(EntityDraft entity) {
        return Objects.requireNonNull(columns.get(entity.type()));
    }

    private List<ColumnSpec> key(EntityDraft entity) {
        return keys.of(entity).stream().map(KeyColumn::column).toList();
    }

    /** A secondary table of {@code entity}, which says it. */
    TableSpec secondary(EntityDraft entity, TableName name, SecondaryTable said) {
        String place = entity.type().getName() + ": @SecondaryTable " + name.name();
        List<ColumnSpec> key = KeyLinks.ofSecondary(place, key(entity), said.pkJoinColumns());
        Map<String, ColumnSpec> all = new LinkedHashMap<>();
        key.forEach(column -> all.put(column.name(), column));
        for (EntityDraft each : drafts.below(entity)) {
            for (Owned owned : columnsOf(each).in(name).values()) {
                ColumnSpec column = owned.column();
                ColumnSpec other =
                        all.putIfAbsent(column.name(), each.type() == entity.type() ? column : column.nullable());
                if (other != null && key.contains(other)) {
                    throw new MappingException(place + " has the column \"" + column.name()
                            + "\" of its key for the attribute " + owned.path() + ", too; give one another name");
                }
            }
        }
        List<ForeignKeySpec> references = new ArrayList<>();
        link(references, key, said.foreignKey(), entity);
        references.addAll(foreignKeys.getOrDefault(name, List.of()));
        TableReader reader = new TableReader(place, List.copyOf(all.keySet()));
        return new TableSpec(
                name,
                List.copyOf(all.values()),
                reader.keys(said.uniqueConstraints()),
                List.copyOf(references),
                CheckReader.read(place, said.check()),
                reader.indexes(said.indexes()),
                said.comment().isEmpty() ? null : said.comment());
    }

    private void link(
            List<ForeignKeySpec> references, List<ColumnSpec> key, @Nullable ForeignKey said, EntityDraft referred) {
        SaidForeignKey constraint = ForeignKeyReader.of(referred.type().getName(), said);
        if (constraint.isConstraint()) {
            references.add(new ForeignKeySpec(
                    constraint, key.stream().map(ColumnSpec::name).toList(), () -> keyOf.apply(referred)));
        }
    }
}
