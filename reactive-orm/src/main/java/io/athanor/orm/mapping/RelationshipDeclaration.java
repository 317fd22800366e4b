package io.athanor.orm.mapping;

import io.athanor.sql.Column;
import io.athanor.sql.Ordering;
import io.athanor.sql.TypedTable;
import java.util.Collections;
import java.util.EnumSet;
import java.util.List;
import java.util.Set;
import org.jspecify.annotations.Nullable;

/** What code says of a relationship besides its attribute. Confined to the thread that builds the model. */
public final class RelationshipDeclaration {
    private final RelationshipDraft.Shape shape;
    private final @Nullable TypedTable<?> joinTable;
    private final Set<Cascade> cascades = EnumSet.of(Cascade.SAVE_UPDATE, Cascade.MERGE);
    private List<Column<?>> by = List.of();
    private @Nullable Class<?> target;
    private @Nullable String mappedBy;
    private @Nullable String mapKey;
    private List<Ordering> orderings = List.of();
    private boolean isOptional = true;

    RelationshipDeclaration(RelationshipDraft.Shape shape, @Nullable TypedTable<?> joinTable) {
        this.shape = shape;
        this.joinTable = joinTable;
    }

    /**
     * The columns of the foreign key, where the tables have several: of one's own table, of the members' table, or, of a join
     * table, those that refer to the owner.
     */
    public RelationshipDeclaration by(Column<?>... foreignKey) {
        by = List.of(foreignKey);
        return this;
    }

    /** The entity it leads to, where the attribute's type does not say it. */
    public RelationshipDeclaration target(Class<?> entity) {
        target = entity;
        return this;
    }

    /** The attribute at the other side that has the foreign key or the join table. */
    public RelationshipDeclaration mappedBy(String attribute) {
        mappedBy = attribute;
        return this;
    }

    /** What reaches over it, besides saving and merging, which always do. */
    public RelationshipDeclaration cascade(Cascade... more) {
        cascades.addAll(List.of(more));
        return this;
    }

    /** Deletes who leaves it, and all when the owner is deleted. */
    public RelationshipDeclaration orphanRemoval() {
        return cascade(Cascade.DELETE, Cascade.DELETE_ORPHAN);
    }

    /** Orders the members by columns of their table. */
    public RelationshipDeclaration orderBy(Ordering... columns) {
        orderings = List.of(columns);
        return this;
    }

    /** The attribute of the members by which a map has them. */
    public RelationshipDeclaration mapKey(String attribute) {
        mapKey = attribute;
        return this;
    }

    /** There is always a target. */
    public RelationshipDeclaration required() {
        isOptional = false;
        return this;
    }

    RelationshipDraft.Shape shape() {
        return shape;
    }

    @Nullable
    TypedTable<?> joinTable() {
        return joinTable;
    }

    List<Column<?>> foreignKey() {
        return by;
    }

    @Nullable
    Class<?> target() {
        return target;
    }

    @Nullable
    String mappedBy() {
        return mappedBy;
    }

    @Nullable
    String mapKey() {
        return mapKey;
    }

    Set<Cascade> cascades() {
        return Collections.unmodifiableSet(cascades);
    }

    List<Ordering> orderings() {
        return orderings;
    }

    boolean isOptional() {
        return isOptional;
    }
}
