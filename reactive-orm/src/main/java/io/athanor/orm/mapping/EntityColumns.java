package io.athanor.orm.mapping;

import io.athanor.MappingException;
import io.athanor.orm.mapping.BasicDraft.Role;
import io.athanor.sql.ColumnOption;
import io.athanor.sql.TableName;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import org.jspecify.annotations.Nullable;

/** The columns of one entity, each with the attribute whose value it has. Confined to one build. */
final class EntityColumns {
    private static final Generation ASSIGNED = new Generation.Assigned();

    private final EntityDraft entity;
    private final List<Owned> owned = new ArrayList<>();
    private final Map<TableName, Map<String, Owned>> byName = new LinkedHashMap<>();

    EntityColumns(EntityDraft entity) {
        this.entity = entity;
    }

    /**
     * A column and the attribute that it is of.
     *
     * @param path the attribute
     * @param column the column
     * @param generation who makes its value where there is none
     * @param role what it is to the entity
     * @param property the attribute of its own that it has, null if it has none but {@code reference}
     * @param reference the to-one relationship that it is part of, null if it is of none
     * @param part which part of the key that {@code reference} refers to
     * @param place the table that it lies in
     */
    record Owned(
            String path,
            ColumnSpec column,
            Generation generation,
            Role role,
            @Nullable Property property,
            @Nullable RelationshipDraft reference,
            int part,
            Placement place) {
        TableName table() {
            return place.table();
        }
    }

    void add(BasicDraft basic) {
        Placement place = basic.role() == Role.DISCRIMINATOR
                ? Placement.ofRoot(entity)
                : Placement.of(entity, basic, basic.path(), basic.column());
        add(new Owned(
                basic.path(), basic.column(), basic.generation(), basic.role(), basic.property(), null, 0, place));
    }

    /** Adds an attribute of the key that has the value of a foreign key. */
    void add(BasicDraft key, KeyColumns.Shared shared) {
        Property property = key.property();
        Placement place = Placement.of(entity, key, key.path(), shared.column());
        add(new Owned(
                key.path(), shared.column(), ASSIGNED, Role.KEY, property, shared.reference(), shared.part(), place));
    }

    /** Adds the foreign key of a to-one relationship, of which {@code keyPaths} are the paths it refers to. */
    void add(RelationshipDraft reference, List<ColumnSpec> columns, List<String> keyPaths) {
        Role role = reference.isKey() ? Role.KEY : Role.PLAIN;
        for (int i = 0; i < columns.size(); i++) {
            String path = reference.name() + "." + keyPaths.get(i);
            ColumnSpec column = reference.isKey() ? columns.get(i).with(ColumnOption.primaryKey()) : columns.get(i);
            Placement place = Placement.of(entity, reference, reference.name(), column);
            add(new Owned(path, column, ASSIGNED, role, null, reference, i, place));
        }
    }

    /** Adds a column that has its value from no attribute of the entity. */
    void addForeign(String path, ColumnSpec column, Placement place) {
        if (!has(place.table(), column.name())) {
            add(new Owned(path, column, ASSIGNED, Role.PLAIN, Nowhere.INSTANCE, null, 0, place));
        }
    }

    /** Adds a column in which a collection keeps where in it the entity is. */
    void addPlace(String path, ColumnSpec column, Placement place) {
        Owned other = in(place.table()).get(column.name());
        if (other != null && !other.column().isReadOnly()) {
            throw new MappingException(
                    entity.type().getName() + ": the column \"" + column.name() + "\" is that of the attribute "
                            + other.path() + ", and " + path
                            + " writes into it where a member is; give one of them another name,"
                            + " or say insertable = false, updatable = false at the attribute");
        }
        add(new Owned(path, column, ASSIGNED, Role.PLAIN, Nowhere.INSTANCE, null, 0, place));
    }

    private void add(Owned next) {
        String name = next.column().name();
        Map<String, Owned> inTable = byName.computeIfAbsent(next.table(), table -> new LinkedHashMap<>());
        Owned other = inTable.get(name);
        if (other == null || other.column().isReadOnly()) {
            inTable.put(name, next);
        } else if (!next.column().isReadOnly()) {
            throw new MappingException(
                    entity.type().getName() + ": the attributes " + other.path() + " and " + next.path()
                            + " both write the column \"" + name + "\"; give one another column by @Column(name = …) or"
                            + " @JoinColumn(name = …), or say insertable = false, updatable = false");
        }
        owned.add(next);
    }

    boolean has(TableName table, String name) {
        return in(table).containsKey(name);
    }

    List<Owned> all() {
        return owned;
    }

    /** The columns in a table by their names: one of each, as the attribute says it that writes it. */
    Map<String, Owned> in(TableName table) {
        return byName.getOrDefault(table, Map.of());
    }

    /** The tables that it has columns in. */
    Set<TableName> tables() {
        return byName.keySet();
    }
}
