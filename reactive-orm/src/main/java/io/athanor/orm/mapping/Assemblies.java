package io.athanor.orm.mapping;

import io.athanor.orm.mapping.EntityColumns.Owned;
import io.athanor.orm.mapping.KeyColumns.KeyColumn;
import io.athanor.sql.Column;
import io.athanor.sql.TableName;
import io.athanor.sql.TypedTable;
import jakarta.persistence.InheritanceType;
import java.util.HashMap;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import org.jspecify.annotations.Nullable;

/** Makes the tables of classes that have columns in several, and how these are read. Confined to one build. */
final class Assemblies {
    private final Drafts drafts;
    private final KeyColumns keys;
    private final Map<Class<?>, EntityColumns> columns;
    private final TableSpecs specs;
    private final Map<TableName, StoredTable> made = new HashMap<>();
    private final Map<Class<?>, ReadColumns> read = new HashMap<>();

    Assemblies(Drafts drafts, KeyColumns keys, Map<Class<?>, EntityColumns> columns, TableSpecs specs) {
        this.drafts = drafts;
        this.keys = keys;
        this.columns = columns;
        this.specs = specs;
    }

    /** The tables that a class has columns in; null if it has one, all of whose columns are read. */
    @Nullable
    Assembly of(EntityDraft entity) {
        if (isOneTable(entity)) {
            return null;
        }
        boolean isInOneTable = entity.strategy() != InheritanceType.TABLE_PER_CLASS;
        return new Assembly(tables(entity), isInOneTable, isInOneTable || !entity.isAbstract());
    }

    private boolean isOneTable(EntityDraft entity) {
        List<EntityDraft> all = drafts.below(entity.root());
        return switch (entity.strategy()) {
            case SINGLE_TABLE -> all.stream().allMatch(Assemblies::hasNoSecondary);
            case JOINED -> all.size() == 1 && hasNoSecondary(entity);
            case TABLE_PER_CLASS -> drafts.below(entity).size() == 1;
        };
    }

    private static boolean hasNoSecondary(EntityDraft entity) {
        return SecondaryTables.declared(entity).isEmpty();
    }

    private Map<TableName, StoredTable> tables(EntityDraft entity) {
        Map<TableName, StoredTable> tables = new LinkedHashMap<>();
        List<EntityDraft> owners =
                switch (entity.strategy()) {
                    case SINGLE_TABLE -> List.of(entity.root());
                    case JOINED -> entity.path();
                    case TABLE_PER_CLASS -> List.of(entity);
                };
        owners.forEach(owner -> tables.put(owner.table(), main(owner)));
        entity.path().forEach(each -> tables.putAll(secondaries(each)));
        return tables;
    }

    private StoredTable main(EntityDraft entity) {
        return made.computeIfAbsent(entity.table(), name -> stored(specs.of(entity), key(entity), false));
    }

    /** Those that {@code entity} says itself. */
    Map<TableName, StoredTable> secondaries(EntityDraft entity) {
        Map<TableName, StoredTable> tables = new LinkedHashMap<>();
        SecondaryTables.declared(entity).forEach((name, said) -> {
            List<String> key = KeyLinks.ofSecondary(
                            name.name(),
                            keys.of(entity).stream().map(KeyColumn::column).toList(),
                            said.pkJoinColumns())
                    .stream()
                    .map(ColumnSpec::name)
                    .toList();
            StoredTable known = made.get(name);
            StoredTable table = known == null ? stored(specs.secondary(entity, name, said), key, true) : known;
            made.put(name, table);
            tables.put(name, table);
        });
        return tables;
    }

    private List<String> key(EntityDraft entity) {
        return keys.of(entity).stream().map(key -> key.column().name()).toList();
    }

    private static StoredTable stored(TableSpec spec, List<String> key, boolean isOptional) {
        LinkTable table = new LinkTable(spec);
        return new StoredTable(table, key.stream().<Column<?>>map(table::column).toList(), isOptional);
    }

    /** What stands for the table of such a class in queries. */
    TableSpec spec(EntityDraft entity) {
        ReadColumns names = ReadColumns.of(entity, drafts, keys, columns);
        read.put(entity.type(), names);
        return specs.reading(entity, names);
    }

    /** Completes an assembly when all mappings exist. */
    void complete(EntityDraft entity, Assembly assembly, Map<Class<?>, EntityMapping<?>> mappings) {
        ReadColumns names = Objects.requireNonNull(read.get(entity.type()));
        Map<Column<?>, String> called = new HashMap<>();
        boolean isShared = entity.strategy() == InheritanceType.SINGLE_TABLE;
        for (EntityDraft each : drafts.below(isShared ? entity.root() : entity)) {
            EntityMapping<?> mapping = Objects.requireNonNull(mappings.get(each.type()));
            for (Owned owned : columnsOf(each).all()) {
                if (names.has(owned)) {
                    called.put(
                            mapping.stored(owned.table()).column(owned.column().name()), names.name(owned));
                }
            }
        }
        for (Owned owned : columnsOf(entity).all()) {
            nameAtOrigin(entity, owned, names, mappings, called);
        }
        nameKeys(entity, mappings, called);
        assembly.read(new AssembledRows(entity, drafts, this, names, mappings).reading(called));
    }

    /** A relationship of a class above has its columns in the table of that. */
    private void nameAtOrigin(
            EntityDraft entity,
            Owned owned,
            ReadColumns names,
            Map<Class<?>, EntityMapping<?>> mappings,
            Map<Column<?>, String> called) {
        for (EntityDraft above : entity.path()) {
            if (above.table().equals(owned.place().origin())) {
                TypedTable<?> table =
                        Objects.requireNonNull(mappings.get(above.type())).stored(above.table());
                called.put(table.column(owned.column().name()), names.name(owned));
            }
        }
    }

    /** A row has one key, whatever its tables call it. */
    private void nameKeys(EntityDraft entity, Map<Class<?>, EntityMapping<?>> mappings, Map<Column<?>, String> called) {
        List<String> own = key(entity);
        for (EntityDraft each : drafts.below(entity.root())) {
            for (StoredTable table :
                    Objects.requireNonNull(mappings.get(each.type())).tables()) {
                for (int i = 0; i < own.size(); i++) {
                    called.put(table.key().get(i), own.get(i));
                }
            }
        }
    }

    EntityColumns columnsOf(EntityDraft entity) {
        return Objects.requireNonNull(columns.get(entity.type()));
    }
}
