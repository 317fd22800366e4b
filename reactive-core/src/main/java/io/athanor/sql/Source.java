package io.athanor.sql;

import java.util.List;
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

    /** {@code column} of this source; an error if it has none of that name. */
    default <T> Column<T> get(Column<T> column) {
        return Sources.require(this, column).of(this);
    }

    /** {@code column} of this source; an error if it has none of that name. */
    default TextColumn get(TextColumn column) {
        return Sources.require(this, column).of(this);
    }

    /** {@code column} of this source; an error if it has none of that name. */
    default <N extends Number> NumberColumn<N> get(NumberColumn<N> column) {
        return Sources.require(this, column).of(this);
    }

    /** The column that a query named {@code label}. */
    default <T> Column<T> get(Label<T> label) {
        return get(Sources.column(this, label.name(), label.type()));
    }

    /** The column that a query named {@code label}. */
    default TextColumn get(Label.Text label) {
        return get(new TextColumn(this, label.name(), label.type(), List.of()));
    }

    /** The column that a query named {@code label}. */
    default <N extends Number> NumberColumn<N> get(Label.Num<N> label) {
        return get(new NumberColumn<>(this, label.name(), label.type(), List.of()));
    }
}
