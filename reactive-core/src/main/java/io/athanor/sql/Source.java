package io.athanor.sql;

import org.jspecify.annotations.Nullable;

/**
 * What can stand in FROM: rows that, selected as a whole, read as {@code R}.
 *
 * @param <R> what a row is read as
 */
public interface Source<R> extends Selection<R>, SqlNode {
    /** The name its columns are qualified with. */
    String alias();

    /** The table whose rows these are, under whatever alias; null for anything else. */
    default @Nullable TypedTable<?> table() {
        return null;
    }

    /** What {@code named}, a column or a label, is in this source; an error if nothing of that name is. */
    default <T> Column<T> get(Expression<T> named) {
        return Sources.get(this, named);
    }

    /** What {@code named}, a column or a label, is in this source; an error if nothing of that name is. */
    default TextColumn get(TextExpression named) {
        return (TextColumn) Sources.get(this, named);
    }

    /** What {@code named}, a column or a label, is in this source; an error if nothing of that name is. */
    default <N extends Number> NumberColumn<N> get(NumberExpression<N> named) {
        return (NumberColumn<N>) Sources.get(this, named);
    }
}
