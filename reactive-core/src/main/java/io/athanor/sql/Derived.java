package io.athanor.sql;

import java.util.List;
import org.jspecify.annotations.Nullable;

/** A query as something to select from. */
record Derived<R>(Query<R> query, String alias, boolean lateral, Lazy<List<Column<?>>> names) implements Source<R> {
    static <R> Derived<R> of(Query<R> query, String alias, boolean lateral) {
        return new Derived<>(query, alias, lateral, new Lazy<>());
    }

    /** Asked for late: {@code select count(*) from (…)} needs no names inside. */
    @Override
    public List<Column<?>> columns() {
        return names.get(() -> Sources.derived(this, query));
    }

    @Override
    public @Nullable R read(RowReader row, int first) {
        return query.selection().read(row, first);
    }

    @Override
    public void render(SqlWriter out) {
        out.word(lateral ? "lateral (" : "(").node(query).word(") ").name(alias);
    }

    @Override
    public boolean equals(@Nullable Object other) {
        return this == other
                || (other instanceof Derived<?> derived
                        && alias.equals(derived.alias)
                        && lateral == derived.lateral
                        && query.equals(derived.query));
    }

    @Override
    public int hashCode() {
        return alias.hashCode();
    }

    @Override
    public String toString() {
        return Inlined.of(this);
    }
}
