package io.athanor.orm.mapping;

import io.athanor.sql.RowReader;
import io.athanor.sql.TableName;
import io.athanor.sql.TypedTable;
import java.util.List;
import java.util.function.Supplier;
import org.jspecify.annotations.Nullable;

/**
 * The table of an entity: a table like any other, whose rows read as entities. The annotation processor generates a subclass
 * for each entity with its columns and relationships as fields; without it use {@code EntityModel.table}.
 *
 * @param <E> the entity
 * @param <K> its id
 * @param <X> the subclass
 */
public abstract class EntityTable<E, K, X extends EntityTable<E, K, X>> extends TypedTable<E> {
    private final EntityMapping<E> mapping;

    /** The table of {@code mapping} under another alias. */
    protected EntityTable(EntityMapping<E> mapping, TableName name, String alias) {
        super(name, alias);
        this.mapping = mapping;
    }

    /** How the entity is mapped. */
    public final EntityMapping<E> mapping() {
        return mapping;
    }

    @Override
    public abstract X as(String other);

    /** This entity together with what it is related to. */
    @SafeVarargs
    public final Loaded<E> with(Load<? super E>... loads) {
        return Loaded.of(this, List.of(loads));
    }

    @Override
    public final @Nullable E read(RowReader row, int first) {
        return row instanceof EntityRow entities ? entities.entity(this, first) : detached(row, first);
    }

    private @Nullable E detached(RowReader row, int first) {
        throw new UnsupportedOperationException(mapping.name() + row + first); // to be written with the reader
    }

    /** A path to at most one entity, by the attribute's name. */
    protected final <T, Y extends EntityTable<T, ?, Y>> ToOne<E, T, Y> toOne(String attribute, Supplier<Y> target) {
        return new ToOne<>(this, mapping.relationship(attribute), target);
    }

    /** A path to many entities, by the attribute's name. */
    protected final <T, Y extends EntityTable<T, ?, Y>> ToMany<E, T, Y> toMany(String attribute, Supplier<Y> target) {
        return new ToMany<>(this, mapping.relationship(attribute), target);
    }
}
