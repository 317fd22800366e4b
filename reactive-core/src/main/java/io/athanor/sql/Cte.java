package io.athanor.sql;

import java.util.List;
import java.util.function.Function;
import org.jspecify.annotations.Nullable;

/**
 * A common table expression: a query under a name, declared by {@code with(cte)} on the statement that uses it.
 *
 * <pre>{@code
 * Cte<Row> big = Sql.cte("big", select(ORDERS.userId, total).from(ORDERS).groupBy(ORDERS.userId));
 * select(big.get(total)).with(big).from(big);
 * }</pre>
 *
 * @param <R> what a row is read as
 */
public final class Cte<R> implements Source<R> {
    private final String name;
    private final Query<R> query;
    private final boolean recursive;
    private final @Nullable Boolean materialized;
    private final List<Column<?>> columns;

    private Cte(String name, Query<R> query, boolean recursive, @Nullable Boolean materialized) {
        this.name = Names.alias(name);
        this.query = query;
        this.recursive = recursive;
        this.materialized = materialized;
        this.columns = Sources.derived(this, query);
    }

    static <R> Cte<R> of(String name, Query<R> query) {
        return new Cte<>(name, query, false, null);
    }

    static <R> Cte<R> recursive(
            String name, QueryExpression<R> base, Function<? super Source<R>, ? extends QueryExpression<?>> step) {
        return new Cte<>(name, base.unionAll(step.apply(of(name, base))), true, null);
    }

    static <R> Cte<R> recursiveDistinct(
            String name, QueryExpression<R> base, Function<? super Source<R>, ? extends QueryExpression<?>> step) {
        return new Cte<>(name, base.union(step.apply(of(name, base))), true, null);
    }

    /** The same, computed once whatever the planner thinks: {@code as materialized (…)}. */
    public Cte<R> materialized() {
        return new Cte<>(name, query, recursive, true);
    }

    /** The same, merged into the statement: {@code as not materialized (…)}. */
    public Cte<R> notMaterialized() {
        return new Cte<>(name, query, recursive, false);
    }

    /** The same rows under another name in the statement. */
    public Source<R> as(String alias) {
        return new Reference<>(this, Names.alias(alias));
    }

    @Override
    public String alias() {
        return name;
    }

    @Override
    public List<Column<?>> columns() {
        return columns;
    }

    @Override
    public List<? extends Selection<?>> parts() {
        return List.of(query.selection());
    }

    @Override
    public @Nullable R read(RowReader row, int first) {
        return query.selection().read(row, first);
    }

    /** What it stands for. */
    public Query<R> query() {
        return query;
    }

    /** Whether it refers to itself. */
    public boolean isRecursive() {
        return recursive;
    }

    /** Whether it must be computed once (true), must be merged (false), or is the planner's business (null). */
    public @Nullable Boolean isMaterialized() {
        return materialized;
    }

    @Override
    public void render(SqlWriter out) {
        out.name(name);
    }

    /** {@code "name" ("a", "b") as (select …)}. */
    void declare(SqlWriter out) {
        out.name(name).word(" (");
        for (int i = 0; i < columns.size(); i++) {
            out.word(i > 0 ? ", " : "").name(columns.get(i).name());
        }
        out.word(materialized == null ? ") as (" : materialized ? ") as materialized (" : ") as not materialized (")
                .node(query)
                .word(")");
    }

    @Override
    public boolean equals(@Nullable Object other) {
        return this == other || (other instanceof Cte<?> cte && name.equals(cte.name));
    }

    @Override
    public int hashCode() {
        return name.hashCode();
    }

    @Override
    public String toString() {
        return name;
    }

    private record Reference<R>(Cte<R> cte, String alias) implements Source<R> {
        @Override
        public List<Column<?>> columns() {
            return cte.columns.stream()
                    .<Column<?>>map(column -> column.of(this))
                    .toList();
        }

        @Override
        public List<? extends Selection<?>> parts() {
            return List.of(cte);
        }

        @Override
        public @Nullable R read(RowReader row, int first) {
            return cte.read(row, first);
        }

        @Override
        public void render(SqlWriter out) {
            out.name(cte.name).word(" ").name(alias);
        }

        @Override
        public String toString() {
            return Inlined.of(this);
        }
    }
}
