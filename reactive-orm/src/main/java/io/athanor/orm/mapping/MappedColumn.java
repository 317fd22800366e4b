package io.athanor.orm.mapping;

import io.athanor.sql.Column;
import java.util.List;
import org.jspecify.annotations.Nullable;

/**
 * A column of an entity and where in the object its value is: a field, a field of an embedded object, the key of the entity
 * that a to-one relationship refers to, or nowhere (a discriminator; a foreign key that only the other side's collection
 * knows). Immutable once its model is made.
 */
public final class MappedColumn {
    private final Column<?> column;
    private final String path;
    private final int index;
    private final Property property;
    private final Use use;
    private List<MappedColumn> together; // set once more if code defers it

    MappedColumn(Column<?> column, String path, int index, Property property, Use use) {
        this.column = column;
        this.path = path;
        this.index = index;
        this.property = property;
        this.use = use;
        this.together = use.role() == BasicDraft.Role.DEFERRED ? List.of(this) : List.of();
    }

    /** Defers it, to be loaded together with all of {@code columns}, of which it is one. */
    void defer(List<MappedColumn> columns) {
        together = List.copyOf(columns);
    }

    /** The column in the entity's table. */
    public Column<?> column() {
        return column;
    }

    /** The attribute, such as {@code address.city}. */
    public String path() {
        return path;
    }

    /** Its place among {@link EntityMapping#columns()}, and so in a snapshot. */
    public int index() {
        return index;
    }

    /** What {@code entity} says the value is now; of a to-one relationship, the key of what it refers to, as far as that has one. */
    public @Nullable Object get(Object entity) {
        return property.get(entity);
    }

    /** Writes the value into {@code entity}; does nothing where the value is not in a field of its own. */
    public void set(Object entity, @Nullable Object value) {
        property.set(entity, value);
    }

    Property property() {
        return property;
    }

    /** Whether its value is anywhere in the object: not if only the collection of another entity knows it. */
    public boolean isHeld() {
        return property != Nowhere.INSTANCE;
    }

    /** Whether an INSERT writes it. */
    public boolean isInsertable() {
        return use.insertable();
    }

    /** Whether an UPDATE writes it when its value has changed. */
    public boolean isUpdatable() {
        return use.updatable();
    }

    /** Who makes its value when the object has none. */
    public Generation generation() {
        return use.generation();
    }

    /** The to-one relationship whose foreign key it is part of, null if it is of none. */
    public @Nullable RelationshipMapping reference() {
        return use.reference();
    }

    /** Whether it is the primary key or part of it. */
    public boolean isKey() {
        return use.role() == BasicDraft.Role.KEY;
    }

    /** Whether it counts changes. */
    public boolean isVersion() {
        return use.role() == BasicDraft.Role.VERSION;
    }

    /** Whether it says of which class a row is. */
    public boolean isDiscriminator() {
        return use.role() == BasicDraft.Role.DISCRIMINATOR;
    }

    /** Whether a query leaves it out unless it says otherwise. */
    public boolean isDeferred() {
        return !together.isEmpty();
    }

    /** The columns that are loaded when this one is; it alone if it is not deferred together with others. */
    public List<MappedColumn> together() {
        return together.isEmpty() ? List.of(this) : together;
    }

    @Override
    public String toString() {
        return path + " (" + column + ")";
    }

    /**
     * What is done with it.
     *
     * @param insertable whether an INSERT writes it
     * @param updatable whether an UPDATE writes it
     * @param generation who makes a value where there is none
     * @param reference the to-one relationship that it is the key of, or part of it
     * @param role what it is to the entity
     */
    record Use(
            boolean insertable,
            boolean updatable,
            Generation generation,
            @Nullable RelationshipMapping reference,
            BasicDraft.Role role) {}

    /** The columns' values in {@code entity}, in order; null if any of them is. */
    static @Nullable List<Object> key(List<MappedColumn> columns, Object entity) {
        Object[] parts = new Object[columns.size()];
        for (int i = 0; i < parts.length; i++) {
            Object part = columns.get(i).get(entity);
            if (part == null) {
                return null;
            }
            parts[i] = part;
        }
        return List.of(parts);
    }
}
