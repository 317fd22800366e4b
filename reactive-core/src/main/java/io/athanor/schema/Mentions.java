package io.athanor.schema;

import io.athanor.sql.Column;
import io.athanor.sql.NextValue;
import io.athanor.sql.NodeWalk;
import io.athanor.sql.Sequence;
import io.athanor.sql.SqlNode;
import io.athanor.sql.SqlWriter;
import java.util.LinkedHashSet;
import java.util.Set;

/** The walk that finds which columns and sequences an expression mentions, in the order in which it does. */
final class Mentions extends NodeWalk {
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
}
