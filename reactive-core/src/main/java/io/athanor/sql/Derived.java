package io.athanor.sql;

import java.util.List;
import org.jspecify.annotations.Nullable;

/**
 * A query as something to select from: {@code (select …) "alias"}. Made by {@link QueryExpression#as}.
 *
 * @param <R> what a row is read as
 */
public final class Derived<R> implements Source<R> {
    private final Query<R> query;
    private final String alias;
    private final boolean lateral;
    private final Lazy<List<Column<?>>> columns = new Lazy<>();

    Derived(Query<R> query, String alias, boolean lateral) {
        this.query = query;
        this.alias = Names.alias(alias);
        this.lateral = lateral;
    }

    @Override
    public String alias() {
        return alias;
    }

    /** Whether it is run for each row of what stands before it. */
    public boolean isLateral() {
        return lateral;
    }

    /** Asked for late: {@code select count(*) from (…)} needs no names inside. */
    @Override
    public List<Column<?>> columns() {
        return columns.get(() -> Sources.derived(this, query));
    }

    @Override
    public List<? extends Selection<?>> parts() {
        return List.of(query.selection());
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
