package io.athanor.sql;

import io.athanor.types.SqlType;
import java.util.function.Supplier;
import org.jspecify.annotations.Nullable;

/** A walk that passes everything on to another, but for the children it writes in its own way. */
public abstract class Relay implements SqlWriter {
    private final SqlWriter out;

    /** Passes on to {@code out}. */
    protected Relay(SqlWriter out) {
        this.out = out;
    }

    /** The other walk. */
    protected final SqlWriter out() {
        return out;
    }

    @Override
    public final SqlWriter word(String constant) {
        out.word(constant);
        return this;
    }

    @Override
    public final SqlWriter name(String identifier) {
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
    public final <T> SqlWriter literal(@Nullable T value, SqlType<T> type) {
        out.literal(value, type);
        return this;
    }

    @Override
    public final SqlWriter type(SqlType<?> type) {
        out.type(type);
        return this;
    }
}
