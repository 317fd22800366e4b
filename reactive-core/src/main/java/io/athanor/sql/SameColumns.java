package io.athanor.sql;

import io.athanor.ConfigurationException;
import java.util.List;
import org.jspecify.annotations.Nullable;

/** The columns of one selection, read by another: the statement stays as it is. */
record SameColumns<S>(List<? extends Expression<?>> columns, Selection<S> reader) implements Selection<S> {
    static <S> SameColumns<S> of(Selection<?> selected, Selection<S> reader) {
        int have = selected.columns().size();
        int want = reader.columns().size();
        if (have != want) {
            throw new ConfigurationException(
                    "the statement selects " + have + " columns and is to be read as one of " + want);
        }
        return new SameColumns<>(selected.columns(), reader);
    }

    @Override
    public @Nullable S read(RowReader row, int first) {
        return reader.read(row, first);
    }

    @Override
    public List<? extends Selection<?>> parts() {
        return List.of(reader);
    }
}
