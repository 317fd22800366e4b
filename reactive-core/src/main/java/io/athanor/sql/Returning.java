package io.athanor.sql;

import io.athanor.ConfigurationException;
import java.util.function.Function;

/**
 * A change whose rows are returned: {@code insert … returning "id"}, on H2 {@code select "id" from final table (insert …)}.
 *
 * @param change what is done
 * @param selection what is returned of each row
 */
public record Returning<R>(Change change, Selection<R> selection) implements Query<R> {
    /** Refuses raw SQL, which says itself what it returns. */
    public Returning {
        if (change instanceof RawStatement) {
            throw new ConfigurationException("raw SQL says itself what it returns; use rows(...) to read it");
        }
    }

    /** The same rows, each read as what {@code mapper} makes of it. */
    public <S> Returning<S> map(Function<? super R, ? extends S> mapper) {
        return new Returning<>(change, selection.map(mapper));
    }

    /** The same rows, each read into a record whose components are what is returned, in order. */
    public <S extends Record> Returning<S> into(Class<S> type) {
        return new Returning<>(change, RecordSelection.of(type, selection));
    }

    @Override
    public <S> Returning<S> readAs(Selection<S> other) {
        return new Returning<>(change, SameColumns.of(selection, other));
    }

    /** The table whose rows are changed. */
    public TypedTable<?> table() {
        if (change instanceof Insert insert) {
            return insert.table();
        }
        return change instanceof Update update ? update.table() : ((Delete) change).table();
    }

    /** Whether values of another source than the table are returned. */
    public boolean returnsOtherSources() {
        for (Source<?> source : SourceCollector.of(selection.columns())) {
            if (!source.equals(table())) {
                return true;
            }
        }
        return false;
    }

    /** The columns returned, as they are declared. */
    public void declare(SqlWriter out) {
        Clauses.declare(selection, out);
    }

    @Override
    public void render(SqlWriter out) {
        out.node(change).word(" returning ");
        declare(out);
    }

    @Override
    public String toString() {
        return Inlined.of(this);
    }
}
