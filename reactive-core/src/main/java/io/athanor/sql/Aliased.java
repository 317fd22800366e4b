package io.athanor.sql;

import java.util.List;
import org.jspecify.annotations.Nullable;

/** A table under another name. */
record Aliased<R>(TypedTable<R> table, String alias) implements Source<R> {
    @Override
    public List<Column<?>> columns() {
        return table.columns().stream()
                .<Column<?>>map(column -> column.of(this))
                .toList();
    }

    @Override
    public @Nullable R read(RowReader row, int first) {
        return table.read(row, first);
    }

    @Override
    public void render(SqlWriter out) {
        out.node(table.name()).word(" ").name(alias);
    }

    @Override
    public String toString() {
        return table.name() + " " + alias;
    }
}
