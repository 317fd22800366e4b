package io.athanor.sql;

import java.util.List;
import java.util.function.Function;
import org.jspecify.annotations.Nullable;

/**
 * Something to select that knows how a row of it becomes an {@code R}. Expressions, tables and what {@link #map} makes of
 * them are selections; implement it for shapes of your own.
 *
 * @param <R> what a row is read as
 */
public interface Selection<R> {
    /** The columns of the result that this takes. */
    List<? extends Expression<?>> columns();

    /** Reads the columns from position {@code first} on; null only if all that was selected is one NULL. */
    @Nullable
    R read(RowReader row, int first);

    /**
     * The selections that this one is made of: their columns, one after another, are its columns. None if it reads its
     * columns itself. Say it for selections of your own that hold tables, so that a session sees what it is to load.
     */
    default List<? extends Selection<?>> parts() {
        return List.of();
    }

    /** The same columns, each row read as what {@code mapper} makes of it. */
    default <S> Selection<S> map(Function<? super R, ? extends S> mapper) {
        return new Mapped<>(this, mapper);
    }
}
