package io.athanor.sql;

import io.athanor.ConfigurationException;
import java.util.List;
import org.jspecify.annotations.Nullable;

/**
 * An INSERT. Immutable.
 *
 * <pre>{@code
 * insertInto(USERS).values(USERS.name.to("Ann"), USERS.age.to(41))
 * insertInto(USERS).columns(USERS.name).select(select(GUESTS.name).from(GUESTS))
 * insertInto(STOCK).values(STOCK.sku.to("a"), STOCK.count.to(1))
 *     .onConflict(STOCK.sku).doUpdate(STOCK.count.to(STOCK.count.plus(excluded(STOCK.count))))
 * }</pre>
 *
 * @param with common table expressions before it
 * @param table where the rows go
 * @param source where they come from
 * @param conflict what is done with rows whose key is there already; null for an error
 */
public record Insert(With with, TypedTable<?> table, InsertSource source, @Nullable OnConflict conflict)
        implements Change {
    static Insert into(TypedTable<?> table) {
        Writable.checkName(table);
        return new Insert(With.NOTHING, table, InsertSource.Rows.none(table), null);
    }

    /** The same with common table expressions before it. */
    public Insert with(Cte<?>... ctes) {
        return new Insert(with.and(ctes), table, source, conflict);
    }

    Insert with(OnConflict reaction) {
        return new Insert(with, table, source, reaction);
    }

    /** Adds a row. Columns it does not mention get their default. */
    public Insert values(Assignment... row) {
        if (source instanceof InsertSource.Rows rows) {
            return new Insert(with, table, rows.and(List.of(row)), conflict);
        }
        throw rowsAndQuery();
    }

    private static ConfigurationException rowsAndQuery() {
        return new ConfigurationException("an INSERT takes rows or a query, not both");
    }

    /** The columns that a query writes; say {@code select} next. */
    public Into columns(Column<?>... columns) {
        List<Column<?>> all = List.of(columns);
        all.forEach(column -> Writable.check(table, column));
        if (!(source instanceof InsertSource.Rows rows && rows.isEmpty())) {
            throw rowsAndQuery();
        }
        return new Into(this, all);
    }

    /** Adds a row of nothing but defaults. */
    public Insert defaultValues() {
        return values();
    }

    /** This INSERT, with its reaction to conflicts, for each element of a stream. */
    @SafeVarargs
    public final <S> Batch<S> each(Binding<S, ?>... bindings) {
        if (source instanceof InsertSource.Rows rows && rows.isEmpty()) {
            return Batch.of(this, List.of(bindings));
        }
        throw new ConfigurationException("an INSERT takes rows of its own or each(...) of a stream, not both");
    }

    Insert with(BatchRows rows) {
        return new Insert(with, table, rows, conflict);
    }

    /**
     * What is done with a row whose key is there already; say {@code doNothing} or {@code doUpdate} next. Name the columns
     * of a primary or unique key; none means any key, where the database knows that. Columns that are no key are an error on
     * PostgreSQL, and compared as if they were one where an upsert is a MERGE.
     */
    public OnConflict.Target onConflict(Column<?>... key) {
        List<Column<?>> columns = List.of(key);
        columns.forEach(column -> Writable.checkTable(table, column));
        return new OnConflict.Target(this, null, columns, List.of());
    }

    /**
     * The same of a unique, primary key or exclusion constraint by its name: {@code on conflict on constraint "name"}. Not
     * on every database.
     */
    public OnConflict.Target onConflictOnConstraint(String name) {
        if (name.isEmpty()) {
            throw new ConfigurationException("the name of a constraint is not empty");
        }
        return new OnConflict.Target(this, name, List.of(), List.of());
    }

    /** With {@code onConflict(…).doUpdate(…)}: only rows that meet {@code condition} are updated. */
    public Insert where(Predicate condition) {
        if (conflict == null || conflict.doesNothing()) {
            throw new ConfigurationException("an INSERT has no WHERE; it belongs behind onConflict(…).doUpdate(…)");
        }
        List<Predicate> conditions = Clauses.plus(conflict.conditions(), List.of(condition));
        return with(new OnConflict(
                conflict.constraint(), conflict.target(), conflict.targetConditions(), conflict.updates(), conditions));
    }

    /** The columns that are written. */
    public List<Column<?>> columns() {
        return source.columns();
    }

    /** All but what is done on conflict: {@code insert into "t" ("a", "b") values (?, ?)}. */
    public void renderPlain(SqlWriter out) {
        out.node(with).word("insert into ").node(table.name());
        List<Column<?>> columns = columns();
        if (!columns.isEmpty()) {
            out.word(" (");
            names(columns, out);
            out.word(")");
        }
        if (source instanceof InsertSource.FromQuery from) {
            out.word(" ").node(from.query());
        } else if (source instanceof BatchRows batch) {
            out.word(" ").node(batch);
        } else {
            renderRows((InsertSource.Rows) source, out);
        }
    }

    private void renderRows(InsertSource.Rows rows, SqlWriter out) {
        List<List<@Nullable Expression<?>>> values = rows.values();
        if (values.isEmpty()) {
            throw new ConfigurationException("the INSERT into " + table.name() + " has no rows; say values(...)");
        }
        if (rows.columns().isEmpty()) {
            if (values.size() > 1) {
                throw new ConfigurationException("several rows of nothing but defaults need a column to name");
            }
            out.word(" default values");
            return;
        }
        out.word(" ");
        values(values, out);
    }

    /** {@code values (?, ?), (?, default)}. */
    static void values(List<? extends List<? extends @Nullable Expression<?>>> rows, SqlWriter out) {
        String opening = "values (";
        for (List<? extends @Nullable Expression<?>> row : rows) {
            out.word(opening);
            for (int i = 0; i < row.size(); i++) {
                out.word(i > 0 ? ", " : "");
                Expression<?> value = row.get(i);
                if (value == null) {
                    out.word("default");
                } else {
                    out.node(value);
                }
            }
            out.word(")");
            opening = ", (";
        }
    }

    /** The same with what stands in WITH moved into the query that is inserted, if there is one. */
    public Insert withInQuery() {
        if (with.isNothing() || !(source instanceof InsertSource.FromQuery from)) {
            return this;
        }
        QueryExpression<?> query = from.query() instanceof Select<?> select
                ? select.withBefore(with)
                : ((Compound<?>) from.query()).withBefore(with);
        return new Insert(With.NOTHING, table, new InsertSource.FromQuery(from.columns(), query), conflict);
    }

    static void names(List<? extends Column<?>> columns, SqlWriter out) {
        for (int i = 0; i < columns.size(); i++) {
            out.word(i > 0 ? ", " : "").name(columns.get(i).name());
        }
    }

    /** In standard SQL an INSERT with a reaction to conflicts is a MERGE, unless it does not say to which. */
    @Override
    public void render(SqlWriter out) {
        if (conflict == null) {
            renderPlain(out);
        } else if (conflict.target().isEmpty()) {
            renderPlain(out);
            out.word(" on conflict do nothing");
        } else {
            Merge.render(this, conflict, out);
        }
    }

    @Override
    public String toString() {
        return Inlined.of(this);
    }

    /** An INSERT that names its columns and next says which query writes them. */
    public static final class Into {
        private final Insert insert;
        private final List<Column<?>> columns;

        private Into(Insert insert, List<Column<?>> columns) {
            this.insert = insert;
            this.columns = columns;
        }

        /** What is written, column by column. Columns with a default of Athanor's that are not named get it. */
        public Insert select(QueryExpression<?> query) {
            int selected = query.selection().columns().size();
            if (selected != columns.size()) {
                throw new ConfigurationException("the INSERT writes " + columns.size() + " columns of "
                        + insert.table.name() + " and its query selects " + selected);
            }
            return new Insert(
                    insert.with,
                    insert.table,
                    InsertSource.FromQuery.of(insert.table, columns, query),
                    insert.conflict);
        }
    }
}
