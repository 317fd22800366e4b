package io.athanor.sql;

import io.athanor.ConfigurationException;
import io.athanor.types.NumberType;
import io.athanor.types.SqlType;
import io.athanor.types.TextType;
import java.util.ArrayList;
import java.util.Collections;
import java.util.List;
import org.jspecify.annotations.Nullable;

/**
 * A table whose rows read as {@code R}. Two tables are equal if they have the same name and alias. Built by its
 * constructor, immutable from then on.
 *
 * @param <R> what a row is read as
 */
public abstract class TypedTable<R> implements Source<R> {
    private final TableName name;
    private final String alias;
    private final List<Column<?>> columns = new ArrayList<>();
    private final List<Constraint> constraints = new ArrayList<>();
    private final List<Index> indexes = new ArrayList<>();
    private @Nullable String comment;

    /** A table in the connection's own schema. */
    protected TypedTable(String name) {
        this(TableName.of(name), name);
    }

    /** An alias of a table in the connection's own schema. */
    protected TypedTable(String name, String alias) {
        this(TableName.of(name), alias);
    }

    /** A table in a schema. */
    protected TypedTable(TableName name) {
        this(name, name.name());
    }

    /** An alias of a table in a schema. */
    protected TypedTable(TableName name, String alias) {
        this.name = name;
        this.alias = alias;
    }

    /** Declares a column of text. */
    @SafeVarargs
    protected final TextColumn column(String columnName, TextType type, ColumnOption<? super String>... options) {
        return declared(new TextColumn(this, columnName, type, List.of(options)));
    }

    /** Declares a column of numbers. */
    @SafeVarargs
    protected final <N extends Number> NumberColumn<N> column(
            String columnName, NumberType<N> type, ColumnOption<? super N>... options) {
        return declared(new NumberColumn<>(this, columnName, type, List.of(options)));
    }

    /** Declares a column of any type. */
    @SafeVarargs
    protected final <T> Column<T> column(String columnName, SqlType<T> type, ColumnOption<? super T>... options) {
        return declared(new Column<>(this, columnName, type, List.of(options)));
    }

    /** Declares a constraint. */
    protected final void constraint(Constraint constraint) {
        constraints.add(constraint);
    }

    /** Declares an index. */
    protected final void index(Index index) {
        indexes.add(index);
    }

    /** Declares a comment kept in the database. */
    protected final void tableComment(String text) {
        this.comment = text;
    }

    final <C extends Column<?>> C declared(C column) {
        for (Column<?> other : columns) {
            if (other.name().equals(column.name())) {
                throw new ConfigurationException("table " + name + " declares column " + column.name() + " twice");
            }
        }
        Defaults.check(column);
        columns.add(column);
        return column;
    }

    /** The same table under another name in a statement: {@code from "emp" "boss"}. */
    public Source<R> as(String other) {
        return new Aliased<>(this, Names.alias(other));
    }

    /** About {@code percent} of a hundred rows, by chance: {@code tablesample bernoulli (10)}. Not on every database. */
    public final TableSample<R> sample(TableSample.Method method, double percent) {
        return new TableSample<>(this, method, percent, null);
    }

    /** The table's name. */
    public final TableName name() {
        return name;
    }

    @Override
    public final String alias() {
        return alias;
    }

    @Override
    public final TypedTable<?> table() {
        return this;
    }

    @Override
    public List<Column<?>> columns() {
        return Collections.unmodifiableList(columns);
    }

    /** The column of this name; an error if there is none. */
    public final Column<?> column(String columnName) {
        for (Column<?> column : columns) {
            if (column.name().equals(columnName)) {
                return column;
            }
        }
        throw new ConfigurationException("table " + name + " has no column " + columnName + "; it has "
                + columns.stream().map(Column::name).toList());
    }

    /** The constraints declared on the table; those said of a column are its options. */
    public final List<Constraint> constraints() {
        return Collections.unmodifiableList(constraints);
    }

    /** The indexes. */
    public final List<Index> indexes() {
        return Collections.unmodifiableList(indexes);
    }

    /** The comment, null if there is none. */
    public final @Nullable String tableComment() {
        return comment;
    }

    /** The columns of the primary key, empty if the table has none. */
    public final List<Column<?>> keyColumns() {
        for (Constraint constraint : constraints) {
            if (constraint instanceof Constraint.PrimaryKey key) {
                return key.columns();
            }
        }
        return columns.stream()
                .<Column<?>>map(column -> column)
                .filter(column -> column.has(ColumnOption.Flag.PRIMARY_KEY))
                .toList();
    }

    /** All foreign keys: those of the table and those said of a column. */
    public final List<ForeignKey> foreignKeys() {
        List<ForeignKey> keys = new ArrayList<>();
        for (Column<?> column : columns) {
            for (ColumnOption<?> option : column.options()) {
                if (option instanceof ColumnOption.References<?> reference) {
                    keys.add(new ForeignKey(
                            null,
                            List.of(column),
                            () -> List.of(reference.target().get()),
                            reference.actions()));
                }
            }
        }
        for (Constraint constraint : constraints) {
            if (constraint instanceof ForeignKey key) {
                keys.add(key);
            }
        }
        return List.copyOf(keys);
    }

    /**
     * What stands in FROM in its place, under the same alias: for a table whose columns lie in several of the database. Null, and
     * nothing but the name is written, for all others.
     */
    protected @Nullable Source<?> instead() {
        return null;
    }

    /**
     * Refuses a statement that changes rows if no table of the database is of this name alone.
     *
     * @throws ConfigurationException saying so
     */
    public final void requireChangeable() {
        if (instead() != null) {
            throw new ConfigurationException(
                    "the rows of " + this + " lie in several tables, and no one statement"
                            + " changes them all; add, change and delete its entities in a session, or run UPDATE and DELETE there");
        }
    }

    @Override
    public final void render(SqlWriter out) {
        Source<?> other = instead();
        if (other != null) {
            out.node(other);
            return;
        }
        out.node(name);
        if (!alias.equals(name.name())) {
            out.word(" ").name(alias);
        }
    }

    @Override
    public final boolean equals(@Nullable Object other) {
        return this == other
                || (other instanceof TypedTable<?> table && alias.equals(table.alias) && name.equals(table.name));
    }

    @Override
    public final int hashCode() {
        return alias.hashCode();
    }

    @Override
    public final String toString() {
        return alias.equals(name.name()) ? name.toString() : name + " " + alias;
    }
}
