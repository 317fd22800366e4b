package io.athanor.orm.mapping;

import java.util.List;
import org.jspecify.annotations.Nullable;

/**
 * How a class is stored: its table, its columns, its relationships. Read from the class once, immutable.
 *
 * @param <E> the entity
 */
public interface EntityMapping<E> {
    /** The class. */
    Class<E> type();

    /** What to call it in messages and statements: the class's simple name, unless the annotation says another. */
    String name();

    /** The table, under its own name. Its {@code columns()} are all columns that any class of the hierarchy has in it. */
    EntityTable<E, ?, ?> table();

    /** The columns of this very class, in the order of a snapshot, the key's first. */
    List<MappedColumn> columns();

    /** The columns of the primary key. */
    List<MappedColumn> key();

    /** The column that counts changes, null if there is none. */
    @Nullable
    MappedColumn version();

    /** The relationships, element collections included. */
    List<RelationshipMapping> relationships();

    /** The relationship of this attribute name; an error that names those there are if there is none. */
    RelationshipMapping relationship(String attribute);

    /** A new object with nothing in it but what its no-argument constructor does. */
    E newInstance();

    /** The primary key that {@code entity} says it has, one element for each column; null as long as any is null. */
    default @Nullable List<Object> key(Object entity) {
        return MappedColumn.key(key(), entity);
    }

    /** The key's column values for what users call the id: a value, or an object of the id class. */
    List<Object> keyOf(Object id);

    /** The mapping of the root of the inheritance hierarchy: keys are unique below it. This one if there is no inheritance. */
    EntityMapping<? super E> root();

    /** The mapping of the class that a row is of, going by its discriminator; this one if there is no inheritance. */
    EntityMapping<? extends E> ofDiscriminator(@Nullable Object value);
}
