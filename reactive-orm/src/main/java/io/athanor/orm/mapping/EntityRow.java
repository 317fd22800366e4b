package io.athanor.orm.mapping;

import io.athanor.sql.RowReader;
import org.jspecify.annotations.Nullable;

/** A row that is read for somebody who knows entities already: a session. Each key is one object to it. */
public interface EntityRow extends RowReader {
    /** The entity whose columns are those of {@code table} from position {@code first} on; null if its key is NULL. */
    <E> @Nullable E entity(EntityTable<E, ?, ?> table, int first);

    /** The same with what was asked to be loaded along. */
    <E> @Nullable E entity(Loaded<E> loaded, int first);
}
