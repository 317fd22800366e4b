package io.athanor.sql;

import io.athanor.types.SqlType;
import java.util.ArrayList;
import java.util.List;
import java.util.function.Supplier;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;

/** The walk that collects every node it meets. */
final class NodeFinder implements SqlWriter {
    private final List<SqlNode> nodes = new ArrayList<>();

    static Stream<SqlNode> in(SqlNode node) {
        NodeFinder finder = new NodeFinder();
        finder.node(node);
        return finder.nodes.stream();
    }

    @Override
    public SqlWriter node(SqlNode child) {
        nodes.add(child);
        child.render(this);
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
