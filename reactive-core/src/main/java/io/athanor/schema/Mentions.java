package io.athanor.schema;

import io.athanor.sql.Column;
import io.athanor.sql.NextValue;
import io.athanor.sql.Sequence;
import io.athanor.sql.SqlNode;
import io.athanor.sql.SqlWriter;
import io.athanor.types.SqlType;
import java.util.LinkedHashSet;
import java.util.Set;
import java.util.function.Supplier;
import org.jspecify.annotations.Nullable;

/** The walk that finds which columns and sequences an expression mentions, in the order in which it does. */
final class Mentions implements SqlWriter {
    private final Set<Column<?>> columns = new LinkedHashSet<>();
    private final Set<Sequence> sequences = new LinkedHashSet<>();

    private Mentions() {}

    static Mentions in(SqlNode node) {
        Mentions walk = new Mentions();
        walk.node(node);
        return walk;
    }

    Set<Column<?>> columns() {
        return columns;
    }

    Set<Sequence> sequences() {
        return sequences;
    }

    @Override
    public SqlWriter node(SqlNode child) {
        if (child instanceof Column<?> column) {
            columns.add(column);
        } else if (child instanceof NextValue<?> next) {
            sequences.add(next.sequence());
        } else {
            child.render(this);
        }
        return this;
    }

    @Override
    public SqlWriter word(String constant) {
        return this;
    }

    @Override
    public SqlWriter name(String identifier) {
        return this;
    }

    @Override
    public <T> SqlWriter bind(@Nullable T value, SqlType<T> type) {
        return this;
    }

    @Override
    public <T> SqlWriter bindSupplied(Supplier<? extends T> value, SqlType<T> type) {
        return this;
    }

    @Override
    public <T> SqlWriter literal(@Nullable T value, SqlType<T> type) {
        return this;
    }

    @Override
    public SqlWriter type(SqlType<?> type) {
        return this;
    }
}
