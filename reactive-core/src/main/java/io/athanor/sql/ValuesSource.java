package io.athanor.sql;

import io.athanor.ConfigurationException;
import io.athanor.types.Types;
import java.util.List;
import org.jspecify.annotations.Nullable;

/**
 * Rows written into a statement: {@code (values (?, ?), (?, ?)) "alias" ("a", "b")}. Made by {@link Sql#values}.
 *
 * @param alias the name its columns are qualified with
 * @param names the columns
 * @param rows the rows
 */
public record ValuesSource(String alias, List<Expression<?>> names, List<List<Expression<?>>> rows)
        implements Source<Row> {
    static ValuesSource of(String alias, List<Expression<?>> names, List<? extends List<?>> rows) {
        Names.alias(alias);
        names.forEach(Names::of);
        if (rows.isEmpty()) {
            throw new ConfigurationException("values " + alias + " needs at least one row");
        }
        return new ValuesSource(
                alias, names, rows.stream().map(row -> bound(alias, names, row)).toList());
    }

    private static List<Expression<?>> bound(String alias, List<Expression<?>> names, List<?> row) {
        if (row.size() != names.size()) {
            throw new ConfigurationException(
                    "a row of values " + alias + " has " + row.size() + " values for the columns " + names);
        }
        Expression<?>[] values = new Expression<?>[row.size()];
        for (int i = 0; i < values.length; i++) {
            values[i] = value(names.get(i), row.get(i));
        }
        return List.of(values);
    }

    /** Cast: the type of a parameter in VALUES can be known from nothing else. */
    private static <T> Expression<T> value(Expression<T> name, Object value) {
        Class<T> wanted = name.type().javaType();
        if (value != null && !wanted.isInstance(value)) {
            throw new ConfigurationException(name + " is a " + wanted.getName() + ", not a "
                    + value.getClass().getName());
        }
        return new Cast.Any<>(Param.nullable(wanted.cast(value), name.type()), Types.unsized(name.type()));
    }

    @Override
    public List<Column<?>> columns() {
        return Sources.columns(this, names);
    }

    @Override
    public @Nullable Row read(RowReader row, int first) {
        return Row.of(List.copyOf(columns())).read(row, first);
    }

    /** Its rows column by column, where they are bound values. */
    public ValueColumns byColumn() {
        return new ValueColumns(
                names.stream().map(Expression::type).toList(),
                rows.stream()
                        .map(row -> row.stream().map(ValuesSource::uncast).toList())
                        .toList());
    }

    private static Expression<?> uncast(Expression<?> value) {
        return value instanceof Cast<?> cast ? cast.expression() : value;
    }

    @Override
    public void render(SqlWriter out) {
        out.word("(values ");
        for (int i = 0; i < rows.size(); i++) {
            out.word(i > 0 ? ", (" : "(").list(rows.get(i), ", ").word(")");
        }
        out.word(") ");
        renderName(out);
    }

    /** {@code "alias" ("a", "b")}. */
    public void renderName(SqlWriter out) {
        out.name(alias);
        for (int i = 0; i < names.size(); i++) {
            out.word(i > 0 ? ", " : " (").name(Names.of(names.get(i)));
        }
        out.word(")");
    }

    @Override
    public boolean equals(@Nullable Object other) {
        return this == other
                || (other instanceof ValuesSource source
                        && alias.equals(source.alias)
                        && names.equals(source.names)
                        && rows.equals(source.rows));
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
