package io.athanor.sql;

import java.util.LinkedHashSet;
import java.util.List;
import java.util.Set;

/** The walk that finds which sources expressions take their columns from, without looking into queries inside them. */
final class SourceCollector extends NodeWalk {
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
}
