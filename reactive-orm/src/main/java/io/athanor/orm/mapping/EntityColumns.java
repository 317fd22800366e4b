package io.athanor.orm.mapping;

import io.athanor.MappingException;
import io.athanor.orm.mapping.BasicDraft.Role;
import io.athanor.sql.ColumnOption;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import org.jspecify.annotations.Nullable;

/** The columns of one entity, each with the attribute whose value it has. Confined to one build. */
final class EntityColumns {
    private static final Generation ASSIGNED = new Generation.Assigned();

    private final Class<?> entity;
    private final List<Owned> owned = new ArrayList<>();
    private final Map<String, Owned> byName = new LinkedHashMap<>();

    EntityColumns(Class<?> entity) {
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
     */
    record Owned(
            String path,
            ColumnSpec column,
            Generation generation,
            Role role,
            @Nullable Property property,
            @Nullable RelationshipDraft reference,
            int part) {}

    void add(BasicDraft basic) {
        add(new Owned(basic.path(), basic.column(), basic.generation(), basic.role(), basic.property(), null, 0));
    }

    /** Adds an attribute of the key that has the value of a foreign key. */
    void add(BasicDraft key, KeyColumns.Shared shared) {
        Property property = key.property();
        add(new Owned(key.path(), shared.column(), ASSIGNED, Role.KEY, property, shared.reference(), shared.part()));
    }

    /** Adds the foreign key of a to-one relationship, of which {@code keyPaths} are the paths it refers to. */
    void add(RelationshipDraft reference, List<ColumnSpec> columns, List<String> keyPaths) {
        Role role = reference.isKey() ? Role.KEY : Role.PLAIN;
        for (int i = 0; i < columns.size(); i++) {
            String path = reference.name() + "." + keyPaths.get(i);
            ColumnSpec column = reference.isKey() ? columns.get(i).with(ColumnOption.primaryKey()) : columns.get(i);
            add(new Owned(path, column, ASSIGNED, role, null, reference, i));
        }
    }

    /** Adds a column that has its value from no attribute of the entity. */
    void addForeign(String path, ColumnSpec column) {
        if (!byName.containsKey(column.name())) {
            add(new Owned(path, column, ASSIGNED, Role.PLAIN, Nowhere.INSTANCE, null, 0));
        }
    }

    /** Adds a column in which a collection keeps where in it the entity is. */
    void addPlace(String path, ColumnSpec column) {
        Owned other = byName.get(column.name());
        if (other != null && !other.column().isReadOnly()) {
            throw new MappingException(
                    entity.getName() + ": the column \"" + column.name() + "\" is that of the attribute "
                            + other.path() + ", and " + path
                            + " writes into it where a member is; give one of them another name,"
                            + " or say insertable = false, updatable = false at the attribute");
        }
        add(new Owned(path, column, ASSIGNED, Role.PLAIN, Nowhere.INSTANCE, null, 0));
    }

    private void add(Owned next) {
        String name = next.column().name();
        Owned other = byName.get(name);
        if (other == null || other.column().isReadOnly()) {
            byName.put(name, next);
        } else if (!next.column().isReadOnly()) {
            throw new MappingException(entity.getName() + ": the attributes " + other.path() + " and " + next.path()
                    + " both write the column \"" + name + "\"; give one another column by @Column(name = …) or"
                    + " @JoinColumn(name = …), or say insertable = false, updatable = false");
        }
        owned.add(next);
    }

    boolean has(String name) {
        return byName.containsKey(name);
    }

    List<Owned> all() {
        return owned;
    }

    /** The columns that the table has: one of each name, as the attribute says it that writes it. */
    List<ColumnSpec> ofTable() {
        return byName.values().stream().map(Owned::column).toList();
    }

    List<String> names() {
        return List.copyOf(byName.keySet());
    }
}
