package io.athanor.orm.mapping;

import jakarta.persistence.ForeignKey;
import jakarta.persistence.JoinColumn;
import jakarta.persistence.JoinTable;
import java.util.List;
import java.util.Set;
import org.jspecify.annotations.Nullable;

/**
 * A relationship as its attribute says it.
 *
 * @param attribute the attribute
 * @param shape how many there are at either side
 * @param target the class it refers to
 * @param holder what the attribute is
 * @param cascades what reaches over it
 * @param isOptional whether the target may be missing
 * @param mappedBy the attribute at the other side that has the foreign key, null if this side has it
 * @param join where the foreign key is
 * @param orderBy what the members are ordered by, null if by nothing
 * @param mapKey the attribute of the members by which a map has them, empty for their key; null if it is no map, or one whose
 *     keys are in columns
 * @param place where in it a member is, null if no column says that
 * @param isKey whether it is the owner's key or part of it
 * @param mapsId the part of the key whose value is that of the foreign key, empty for all of it; null if none is
 */
record RelationshipDraft(
        Attribute attribute,
        Shape shape,
        Class<?> target,
        RelationshipMapping.Holder holder,
        Set<Cascade> cascades,
        boolean isOptional,
        @Nullable String mappedBy,
        Joined join,
        @Nullable String orderBy,
        @Nullable String mapKey,
        @Nullable PlaceDraft place,
        boolean isKey,
        @Nullable String mapsId)
        implements AttributeDraft {
    /** How many there are at either side. */
    enum Shape {
        MANY_TO_ONE,
        ONE_TO_ONE,
        ONE_TO_MANY,
        MANY_TO_MANY
    }

    /**
     * Where the foreign key is, as far as that is said.
     *
     * @param columns its columns
     * @param key the constraint, null if nothing is said of it
     * @param table the join table
     */
    record Joined(List<JoinColumn> columns, @Nullable ForeignKey key, @Nullable JoinTable table) {}

    boolean isToOne() {
        return shape == Shape.MANY_TO_ONE || shape == Shape.ONE_TO_ONE;
    }

    /** Whether the owner's own table has the foreign key. */
    boolean hasForeignKey() {
        return isToOne() && mappedBy == null && join.table() == null;
    }

    /** Whether the target's table has a foreign key that the target does not know. */
    boolean isByTargetColumn() {
        return shape == Shape.ONE_TO_MANY && mappedBy == null && !join.columns().isEmpty();
    }

    /** Whether it writes a table of its own. */
    boolean isByTable() {
        return mappedBy == null && !hasForeignKey() && !isByTargetColumn();
    }

    /** The entities that it mentions: its target, and what a map has that by. */
    List<Class<?>> mentioned() {
        Class<?> key = place == null ? null : place.entity();
        return key == null ? List.of(target) : List.of(target, key);
    }

    /** Whether the target's table has the column that says where in it a member is. */
    boolean isPlacedInTarget() {
        return place != null && shape == Shape.ONE_TO_MANY && !isByTable();
    }

    /** The attribute's path. */
    String name() {
        return attribute.path();
    }
}
