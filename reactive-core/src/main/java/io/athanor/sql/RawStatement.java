package io.athanor.sql;

import io.athanor.ConfigurationException;
import io.athanor.types.SqlType;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.Collection;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import org.jspecify.annotations.Nullable;

/**
 * SQL of one's own with named parameters. The text is trusted: never build it from input. Run as it is, it reports how
 * many rows it changed; {@link #rows} makes it a query.
 *
 * <pre>{@code
 * sql("select name, age from users where age > :age").bind("age", INTEGER, 18)
 *     .rows(column("name", TEXT), column("age", INTEGER))
 * }</pre>
 */
public final class RawStatement implements Change {
    private final NamedSql sql;
    private final Map<String, SqlNode> values;

    private RawStatement(NamedSql sql, Map<String, SqlNode> values) {
        this.sql = sql;
        this.values = values;
    }

    static RawStatement of(String sql) {
        return new RawStatement(NamedSql.parse(sql), Map.of());
    }

    /** The same with {@code :name} bound to a value; null is NULL. */
    public <T> RawStatement bind(String name, SqlType<T> type, @Nullable T value) {
        return bound(name, Param.nullable(value, type));
    }

    /** The same with {@code :name} bound to several values with commas between: {@code id in (:ids)}. */
    public <T> RawStatement bindAll(String name, SqlType<T> type, Collection<? extends T> several) {
        if (several.isEmpty()) {
            throw new ConfigurationException("the parameter :" + name + " needs at least one value");
        }
        List<Param<?>> params = new ArrayList<>(several.size());
        for (T value : several) {
            params.add(Param.of(value, type));
        }
        return bound(name, new ParamList(params));
    }

    private RawStatement bound(String name, SqlNode value) {
        if (!sql.names().contains(name)) {
            throw new ConfigurationException("the SQL has no parameter :" + name + "; it has " + sql.names());
        }
        Map<String, SqlNode> more = new HashMap<>(values);
        more.put(name, value);
        return new RawStatement(sql, Map.copyOf(more));
    }

    /** The statement as a query; {@code selection} names and types the columns it returns, in their order. */
    public <R> RawQuery<R> rows(Selection<R> selection) {
        return new RawQuery<>(this, selection);
    }

    /** The statement as a query; the selections name and type the columns it returns, in their order. */
    public RawQuery<Row> rows(Selection<?> first, Selection<?> second, Selection<?>... more) {
        List<Selection<?>> all = new ArrayList<>(List.of(first, second));
        all.addAll(Arrays.asList(more));
        return rows(Row.of(all));
    }

    @Override
    public void render(SqlWriter out) {
        for (int i = 0; i < sql.names().size(); i++) {
            String name = sql.names().get(i);
            SqlNode value = values.get(name);
            if (value == null) {
                throw new ConfigurationException("the SQL's parameter :" + name + " is not bound");
            }
            out.word(sql.texts().get(i)).node(value);
        }
        out.word(sql.texts().get(sql.names().size()));
    }

    @Override
    public boolean equals(@Nullable Object other) {
        return other instanceof RawStatement statement && sql.equals(statement.sql) && values.equals(statement.values);
    }

    @Override
    public int hashCode() {
        return sql.hashCode();
    }

    /** The text with its parameters' names. */
    @Override
    public String toString() {
        StringBuilder text = new StringBuilder();
        for (int i = 0; i < sql.names().size(); i++) {
            text.append(sql.texts().get(i)).append(':').append(sql.names().get(i));
        }
        return text.append(sql.texts().get(sql.names().size())).toString();
    }

    private record ParamList(List<Param<?>> params) implements SqlNode {
        @Override
        public void render(SqlWriter out) {
            out.list(params, ", ");
        }

        @Override
        public String toString() {
            return Inlined.of(this);
        }
    }
}
