package io.athanor.dialect;

import io.athanor.sql.Assignment;
import io.athanor.sql.BoundValue;
import io.athanor.sql.SqlNode;
import io.athanor.sql.SqlWriter;
import io.athanor.types.SqlType;
import java.util.function.Supplier;
import org.jspecify.annotations.Nullable;

/**
 * The walk through a node whose place tells the database the type of a value: beside a column, in VALUES, in SET. There
 * H2 needs no cast.
 */
final class BareValues implements SqlWriter {
    private final H2Dialect dialect;
    private final SqlWriter out;

    BareValues(H2Dialect dialect, SqlWriter out) {
        this.dialect = dialect;
        this.out = out;
    }

    @Override
    public SqlWriter node(SqlNode child) {
        if (child instanceof BoundValue<?> value) {
            dialect.bare(value, out);
        } else if (child instanceof Assignment) { // the column says it
            child.render(this);
        } else {
            out.node(child);
        }
        return this;
    }

    @Override
    public SqlWriter word(String constant) {
        out.word(constant);
        return this;
    }

    @Override
    public SqlWriter name(String identifier) {
        out.name(identifier);
        return this;
    }

    @Override
    public <T> SqlWriter bind(@Nullable T value, SqlType<T> type) {
        out.bind(value, type);
        return this;
    }

    @Override
    public <T> SqlWriter bindSupplied(Supplier<? extends T> value, SqlType<T> type) {
        out.bindSupplied(value, type);
        return this;
    }

    @Override
    public <T> SqlWriter literal(@Nullable T value, SqlType<T> type) {
        out.literal(value, type);
        return this;
    }

    @Override
    public SqlWriter type(SqlType<?> type) {
        out.type(type);
        return this;
    }
}
