package io.athanor.sql;

import java.util.function.Function;

/**
 * SQL of one's own that returns rows. Made by {@link RawStatement#rows}.
 *
 * @param statement the SQL
 * @param selection the columns it returns, in their order
 */
public record RawQuery<R>(RawStatement statement, Selection<R> selection) implements Query<R> {
    /** The same rows, each read as what {@code mapper} makes of it. */
    public <S> RawQuery<S> map(Function<? super R, ? extends S> mapper) {
        return new RawQuery<>(statement, selection.map(mapper));
    }

    /** The same rows, each read into a record whose components are the columns, in order. */
    public <S extends Record> RawQuery<S> into(Class<S> type) {
        return new RawQuery<>(statement, RecordSelection.of(type, selection));
    }

    @Override
    public <S> RawQuery<S> readAs(Selection<S> other) {
        return new RawQuery<>(statement, SameColumns.of(selection, other));
    }

    @Override
    public void render(SqlWriter out) {
        out.node(statement);
    }

    @Override
    public String toString() {
        return statement.toString();
    }
}
