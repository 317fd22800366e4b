package io.athanor.sql;

import io.athanor.types.SqlType;
import java.util.function.Supplier;
import org.jspecify.annotations.Nullable;

/** A walk that looks at nodes and at nothing else: words, names and values pass it by, and no supplier is asked. */
public abstract class NodeWalk implements SqlWriter {
    /** A walk that has seen nothing yet. */
    protected NodeWalk() {}

    /** Looks at a node, and says whether to go on into it by rendering it to this. */
    @Override
    public abstract SqlWriter node(SqlNode child);

    @Override
    public final SqlWriter word(String constant) {
        return this;
    }

    @Override
    public final SqlWriter name(String identifier) {
        return this;
    }

    @Override
    public final <T> SqlWriter bind(@Nullable T value, SqlType<T> type) {
        return this;
    }

    @Override
    public final <T> SqlWriter bindSupplied(Supplier<? extends T> value, SqlType<T> type) {
        return this;
    }

    @Override
    public final <T> SqlWriter literal(@Nullable T value, SqlType<T> type) {
        return this;
    }

    @Override
    public final SqlWriter type(SqlType<?> type) {
        return this;
    }
}
