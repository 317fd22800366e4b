package io.athanor.sql;

import io.athanor.types.SqlType;
import java.util.List;
import java.util.function.Function;
import org.jspecify.annotations.Nullable;

/**
 * A column of a {@link Source}. Two columns are equal if they have the same name in equal sources. Immutable.
 *
 * @param <T> the Java type of the values
 */
public sealed class Column<T> implements Expression<T> permits TextColumn, NumberColumn {
    private final Source<?> source;
    private final String name;
    private final SqlType<T> type;
    private final List<ColumnOption<? super T>> options;
    private final int hash;

    Column(Source<?> source, String name, SqlType<T> type, List<ColumnOption<? super T>> options) {
        this.source = source;
        this.name = name;
        this.type = type;
        this.options = options;
        this.hash = 31 * name.hashCode() + source.alias().hashCode();
    }

    /** The same column of another source that has it, such as an alias of its table. */
    Column<T> of(Source<?> other) {
        return new Column<>(other, name, type, options);
    }

    /** The assignment of a value, or of NULL, to this column. */
    public final Assignment to(@Nullable T value) {
        return new Assignment(this, Param.nullable(value, type));
    }

    /** The assignment of an expression to this column. */
    public final Assignment to(Expression<? extends T> value) {
        return new Assignment(this, value);
    }

    /** {@code column = excluded.column}: in an upsert, what the row being inserted would have had. */
    public final Assignment toExcluded() {
        return new Assignment(this, new Excluded<>(this));
    }

    /** The assignment, for each row of a batch, of what {@code getter} takes from it; null is NULL. */
    public final <S> Binding<S, T> from(Function<? super S, ? extends @Nullable T> getter) {
        return new Binding<>(this, getter);
    }

    /** Where the column is. */
    public final Source<?> source() {
        return source;
    }

    /** Its name. */
    public final String name() {
        return name;
    }

    @Override
    public SqlType<T> type() {
        return type;
    }

    /** What was said of it besides its name and type. */
    public final List<ColumnOption<? super T>> options() {
        return options;
    }

    /** Whether {@code option} was said of it. */
    public final boolean has(ColumnOption.Flag option) {
        return options.contains(option);
    }

    /** Whether it may hold NULL, as far as the model says. */
    public final boolean isNullable() {
        return !has(ColumnOption.Flag.NOT_NULL) && !has(ColumnOption.Flag.PRIMARY_KEY);
    }

    @Override
    public final void render(SqlWriter out) {
        out.name(source.alias()).word(".").name(name);
    }

    @Override
    public final boolean equals(@Nullable Object other) {
        return this == other
                || (other instanceof Column<?> column
                        && hash == column.hash
                        && name.equals(column.name)
                        && source.equals(column.source));
    }

    @Override
    public final int hashCode() {
        return hash;
    }

    @Override
    public final String toString() {
        return source.alias() + "." + name;
    }
}
