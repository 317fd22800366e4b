package io.athanor.orm.mapping;

import io.athanor.sql.Column;
import io.athanor.sql.Ordering;
import io.athanor.sql.TypedTable;
import java.util.Collection;
import java.util.List;
import java.util.Set;
import org.jspecify.annotations.Nullable;

/** How an attribute refers to one or many other entities. Immutable. */
public interface RelationshipMapping {
    /** Which side has the foreign key. */
    enum Kind {
        /** The owner's table has it: many-to-one, and the owning side of one-to-one. */
        TO_ONE,
        /** The target's table has it and the target's to-one attribute {@link #inverse()} says it: mapped by. */
        ONE_BY_TARGET,
        /** Many, likewise; or, if {@link #inverse()} is null, by a join column that only this side knows. */
        MANY_BY_TARGET,
        /** A table of its own has both keys; this side writes it. */
        MANY_BY_TABLE,
        /** A table of its own; the other side, {@link #inverse()}, writes it. */
        MANY_BY_TABLE_INVERSE
    }

    /** Which class of the JDK holds many. */
    enum Holder {
        ONE,
        LIST,
        SET,
        MAP
    }

    /** The attribute's name. */
    String name();

    /** Which side has the foreign key. */
    Kind kind();

    /** What the attribute is. */
    Holder holder();

    /** The entity that has the attribute. */
    EntityMapping<?> owner();

    /** The entity that it refers to. */
    EntityMapping<?> target();

    /** The attribute at the other side, null if the relationship is known to this side alone. */
    @Nullable
    RelationshipMapping inverse();

    /**
     * The columns of the foreign key to the target's ({@code TO_ONE}), in the owner's table; to the owner's ({@code *_BY_TARGET}), in the
     * target's table; or to the owner's, in the join table. In the order of the key they refer to.
     */
    List<Column<?>> foreignKey();

    /** Of a join table, the columns that refer to the target's key; otherwise empty. */
    List<Column<?>> targetForeignKey();

    /** The join table, null if there is none. */
    @Nullable
    TypedTable<?> joinTable();

    /** What reaches over the relationship. */
    Set<Cascade> cascades();

    /** Whether a target may be missing. */
    boolean isOptional();

    /** In which order many are read, in columns of the target's table. */
    List<Ordering> order();

    /** The attribute of {@code entity}: an entity or null, a collection or null. */
    @Nullable
    Object get(Object entity);

    /** Sets the attribute. */
    void set(Object entity, @Nullable Object value);

    /** The members: none, one or many, whatever the attribute is. Never null; a member is. Not to be used on what is not loaded. */
    Collection<?> members(Object entity);

    /** A new empty collection of the kind the attribute wants, holding {@code members}. */
    Object collection(Collection<?> members);
}
