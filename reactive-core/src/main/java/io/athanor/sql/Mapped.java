package io.athanor.sql;

import java.util.List;
import java.util.function.Function;
import org.jspecify.annotations.Nullable;

/** A selection seen through a function. NULL stays null. */
record Mapped<R, S>(Selection<R> selection, Function<? super R, ? extends S> mapper) implements Selection<S> {
    @Override
    public List<? extends Expression<?>> columns() {
        return selection.columns();
    }

    @Override
    public List<? extends Selection<?>> parts() {
        return List.of(selection);
    }

    @Override
    public @Nullable S read(RowReader row, int first) {
        R value = selection.read(row, first);
        return value == null ? null : mapper.apply(value);
    }
}
