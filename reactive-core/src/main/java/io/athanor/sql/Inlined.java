package io.athanor.sql;

import io.athanor.types.SqlType;
import java.util.function.Supplier;
import java.util.regex.Pattern;
import org.jspecify.annotations.Nullable;

/** The walk behind {@code toString()}: standard SQL to be read. Bound values are {@code ?}: they may be secrets. */
public final class Inlined implements SqlWriter {
    private static final Pattern PLAIN = Pattern.compile("[a-z_][a-z0-9_]*");
    private final StringBuilder text = new StringBuilder();

    private Inlined() {}

    /** The text of {@code node}, for a {@code toString()}: it never fails. */
    public static String of(SqlNode node) {
        Inlined walk = new Inlined();
        try {
            walk.node(node);
        } catch (RuntimeException incomplete) {
            walk.text.append("… (").append(incomplete.getMessage()).append(')');
        }
        return walk.text.toString();
    }

    @Override
    public SqlWriter word(String constant) {
        text.append(constant);
        return this;
    }

    @Override
    public SqlWriter name(String identifier) {
        text.append(PLAIN.matcher(identifier).matches() ? identifier : '"' + identifier.replace("\"", "\"\"") + '"');
        return this;
    }

    @Override
    public SqlWriter node(SqlNode child) {
        child.render(this);
        return this;
    }

    @Override
    public <T> SqlWriter bind(@Nullable T value, SqlType<T> type) {
        return word("?");
    }

    @Override
    public <T> SqlWriter bindSupplied(Supplier<? extends T> value, SqlType<T> type) {
        return word("?");
    }

    @Override
    public <T> SqlWriter literal(@Nullable T value, SqlType<T> type) {
        return word(Literals.of(type.dataType(), type.encode(value)));
    }

    @Override
    public SqlWriter type(SqlType<?> type) {
        return word(type.toString());
    }
}
