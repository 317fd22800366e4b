package io.athanor.orm.mapping;

import io.athanor.sql.Column;
import io.athanor.sql.Ordering;
import io.athanor.sql.TypedTable;
import java.util.ArrayList;
import java.util.Collection;
import java.util.Collections;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.stream.IntStream;
import org.jspecify.annotations.Nullable;

/**
 * How an attribute refers to one or many other entities. Immutable. Two are equal if they are the same attribute of the same
 * class.
 */
public final class RelationshipMapping {
    /** Which side has the foreign key. */
    public enum Kind {
        /** The owner's table has it: many-to-one, and the owning side of one-to-one. */
        TO_ONE,
        /** The target's table has it and the target's to-one attribute {@link #inverse()} says it: mapped by. */
        ONE_BY_TARGET,
        /** Many, likewise; or, if {@link #inverse()} is null, by a join column that only this side knows. */
        MANY_BY_TARGET,
        /** A table of its own has both keys; this side writes it. */
        MANY_BY_TABLE,
        /** A table of its own; the other side, {@link #inverse()}, writes it. */
        MANY_BY_TABLE_INVERSE,
        /** Not entities, but values in a table of their own: {@link EntityMapping#elements()}. Its members are rows of that. */
        ELEMENTS
    }

    /** Which class of the JDK holds many. */
    public enum Holder {
        ONE,
        LIST,
        SET,
        MAP
    }

    private final RelationshipDraft draft;
    private final Kind kind;
    private final EntityMapping<?> owner;
    private final EntityMapping<?> target;
    private final Keys keys;
    private @Nullable RelationshipMapping inverse; // these are set once, when the mappings that they mention exist
    private List<Ordering> order = List.of();
    private @Nullable MappedColumn mapKey;
    private @Nullable MemberPlace place;
    private @Nullable ElementRows rows;

    RelationshipMapping(
            RelationshipDraft draft, Kind kind, EntityMapping<?> owner, EntityMapping<?> target, Keys keys) {
        this.draft = draft;
        this.kind = kind;
        this.owner = owner;
        this.target = target;
        this.keys = keys;
    }

    /**
     * The columns that link the two sides.
     *
     * @param foreignKey see {@link RelationshipMapping#foreignKey()}
     * @param targetForeignKey see {@link RelationshipMapping#targetForeignKey()}
     * @param table the join table, null if there is none
     */
    record Keys(List<Column<?>> foreignKey, List<Column<?>> targetForeignKey, @Nullable TypedTable<?> table) {
        /** As the other side sees it. */
        Keys reversed() {
            return table == null ? this : new Keys(targetForeignKey, foreignKey, table);
        }
    }

    void linkTo(RelationshipMapping otherSide) {
        inverse = otherSide;
        otherSide.inverse = this;
    }

    void orderBy(List<Ordering> orderings) {
        order = List.copyOf(orderings);
    }

    void holdRows(ElementRows elements) {
        rows = elements;
    }

    void keyBy(MappedColumn column) {
        mapKey = column;
    }

    void placeBy(MemberPlace columns) {
        place = columns;
    }

    RelationshipDraft draft() {
        return draft;
    }

    Keys keys() {
        return keys;
    }

    /** The attribute's name. */
    public String name() {
        return draft.name();
    }

    /** Which side has the foreign key. */
    public Kind kind() {
        return kind;
    }

    /** What the attribute is. */
    public Holder holder() {
        return draft.holder();
    }

    /** The entity that has the attribute. */
    public EntityMapping<?> owner() {
        return owner;
    }

    /** The entity that it refers to. */
    public EntityMapping<?> target() {
        return target;
    }

    /** The attribute at the other side, null if the relationship is known to this side alone. */
    public @Nullable RelationshipMapping inverse() {
        return inverse;
    }

    /**
     * The columns of the foreign key to the target's ({@code TO_ONE}), in the owner's table; to the owner's ({@code *_BY_TARGET}), in the
     * target's table; or to the owner's, in the join table. In the order of the key they refer to.
     */
    public List<Column<?>> foreignKey() {
        return keys.foreignKey();
    }

    /** Of a join table, the columns that refer to the target's key; of elements, their columns; otherwise empty. */
    public List<Column<?>> targetForeignKey() {
        return keys.targetForeignKey();
    }

    /** The join table, or that of elements; null if there is none. */
    public @Nullable TypedTable<?> joinTable() {
        return keys.table();
    }

    /** What reaches over the relationship. */
    public Set<Cascade> cascades() {
        return draft.cascades();
    }

    /** Whether a target may be missing. */
    public boolean isOptional() {
        return draft.isOptional();
    }

    /** In which order many are read, in columns of the target's table. */
    public List<Ordering> order() {
        return order;
    }

    /** The attribute of the members by which a map has them, null if it is no map, or one whose keys columns keep. */
    public @Nullable MappedColumn mapKey() {
        return mapKey;
    }

    /** The columns that keep where in it a member is, null if none do. */
    public @Nullable MemberPlace place() {
        return place;
    }

    /** Whether its members are held in places: at an index that a column keeps, or by the keys of a map. */
    public boolean isPlaced() {
        return place != null || mapKey != null;
    }

    /** The attribute of {@code entity}: an entity or null, a collection or null. */
    public @Nullable Object get(Object entity) {
        return draft.attribute().property().get(entity);
    }

    /** Sets the attribute. */
    public void set(Object entity, @Nullable Object value) {
        draft.attribute().property().set(entity, value);
    }

    /** The members: none, one or many, whatever the attribute is. Never null; a member is. Not to be used on what is not loaded. */
    public Collection<?> members(Object entity) {
        Object value = get(entity);
        if (value == null) {
            return List.of();
        }
        if (rows != null) {
            return rows.of(value);
        }
        if (value instanceof Map<?, ?> map) {
            return map.values();
        }
        return value instanceof Collection<?> many ? many : List.of(value);
    }

    /**
     * Where each of {@link #members(Object)} is, in their order: its index, or the key that a map has it by. Empty if they are not
     * {@link #isPlaced() placed}.
     */
    public List<@Nullable Object> places(Object entity) {
        Object value = isPlaced() ? get(entity) : null;
        if (value instanceof Map<?, ?> map) {
            return Collections.unmodifiableList(new ArrayList<@Nullable Object>(map.keySet()));
        }
        return value instanceof Collection<?> many
                ? IntStream.range(0, many.size())
                        .<Object>mapToObj(index -> index)
                        .toList()
                : List.of();
    }

    /** A new collection of the kind the attribute wants, holding {@code members}; the keys of a map are an attribute of theirs. */
    public Object collection(Collection<?> members) {
        if (rows != null) {
            return rows.collection(members);
        }
        if (holder() != Holder.MAP) {
            return collection(members, List.of());
        }
        MappedColumn key = mapKey;
        if (key == null) {
            throw new IllegalStateException(this + " has its keys in columns");
        }
        return collection(members, Places.byAttribute(members, key));
    }

    /** The same with the members in these places, if they are {@link #isPlaced() placed}. */
    public Object collection(Collection<?> members, List<? extends @Nullable Object> places) {
        if (rows != null) {
            return rows.collection(members);
        }
        return switch (holder()) {
            case LIST -> new ArrayList<Object>(members);
            case SET -> new LinkedHashSet<Object>(members);
            case MAP -> Places.map(this, members, places);
            case ONE -> throw new IllegalStateException(this + " is no collection");
        };
    }

    @Override
    public boolean equals(@Nullable Object other) {
        return this == other
                || (other instanceof RelationshipMapping mapping
                        && owner.equals(mapping.owner)
                        && name().equals(mapping.name()));
    }

    @Override
    public int hashCode() {
        return 31 * owner.hashCode() + name().hashCode();
    }

    @Override
    public String toString() {
        return owner.name() + "." + name();
    }
}
