package io.athanor.sql;

import io.athanor.types.SqlType;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Set;
import org.jspecify.annotations.Nullable;

/** The walk that finds which sources expressions take their columns from, without looking into queries inside them. */
final class SourceCollector implements SqlWriter {
    private final Set<Source<?>> sources = new LinkedHashSet<>();
    private final boolean intoQueries;

    private SourceCollector(boolean intoQueries) {
        this.intoQueries = intoQueries;
    }

    static Set<Source<?>> of(List<? extends SqlNode> nodes) {
        SourceCollector collector = new SourceCollector(false);
        nodes.forEach(collector::node);
        return collector.sources;
    }

    /** Also what queries inside refer to: more than they are correlated with, never less. */
    static Set<Source<?>> throughout(SqlNode node) {
        SourceCollector collector = new SourceCollector(true);
        collector.node(node);
        return collector.sources;
    }

    @Override
    public SqlWriter node(SqlNode child) {
        if (child instanceof Column<?> column) {
            sources.add(column.source());
        } else if (intoQueries || !(child instanceof Query<?>)) {
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
    public <T> SqlWriter bindSupplied(java.util.function.Supplier<? extends T> value, SqlType<T> type) {
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
