package io.athanor.dialect;

import io.athanor.sql.Assignment;
import io.athanor.sql.BoundValue;
import io.athanor.sql.Relay;
import io.athanor.sql.SqlNode;
import io.athanor.sql.SqlWriter;

/**
 * The walk through a node whose place tells the database the type of a value: beside a column, in VALUES, in SET. There
 * H2 needs no cast.
 */
final class BareValues extends Relay {
    private final H2Dialect dialect;

    BareValues(H2Dialect dialect, SqlWriter out) {
        super(out);
        this.dialect = dialect;
    }

    @Override
    public SqlWriter node(SqlNode child) {
        if (child instanceof BoundValue<?> value) {
            dialect.bare(value, out());
        } else if (child instanceof Assignment) { // the column says it
            child.render(this);
        } else {
            out().node(child);
        }
        return this;
    }
}
