package io.athanor.compile;

import io.athanor.dialect.Dialect;
import io.athanor.sql.SqlNode;
import io.athanor.sql.SqlWriter;
import io.athanor.types.DataType;
import io.athanor.types.SqlType;
import java.util.ArrayList;
import java.util.List;
import java.util.function.Supplier;
import org.jspecify.annotations.Nullable;

/** The walk that writes SQL text. Confined to one call. */
public final class SqlText implements SqlWriter {
    private final Dialect dialect;
    private final boolean inlined;
    private final StringBuilder text = new StringBuilder(256);
    private final List<DataType> parameters = new ArrayList<>();

    private SqlText(Dialect dialect, boolean inlined) {
        this.dialect = dialect;
        this.inlined = inlined;
    }

    /** The text of {@code node} with markers in place of values. */
    public static String of(SqlNode node, Dialect dialect) {
        return walk(node, dialect, false).text.toString();
    }

    /** The text of {@code node} with values as literals: for DDL, which takes no parameters, and for scripts. */
    public static String inlined(SqlNode node, Dialect dialect) {
        return walk(node, dialect, true).text.toString();
    }

    static SqlText walk(SqlNode node, Dialect dialect, boolean inlined) {
        SqlText walk = new SqlText(dialect, inlined);
        walk.node(node);
        return walk;
    }

    String text() {
        return text.toString();
    }

    List<DataType> parameters() {
        return List.copyOf(parameters);
    }

    @Override
    public SqlWriter word(String constant) {
        text.append(constant);
        return this;
    }

    @Override
    public SqlWriter name(String identifier) {
        text.append(dialect.quote(identifier));
        return this;
    }

    @Override
    public SqlWriter node(SqlNode child) {
        dialect.write(child, this);
        return this;
    }

    @Override
    public boolean isInlined() {
        return inlined;
    }

    @Override
    public <T> SqlWriter bind(@Nullable T value, SqlType<T> type) {
        return inlined ? inline(value, type) : marker(type);
    }

    /** The text needs no value: that is the key's business, so that a supplier runs once. */
    @Override
    public <T> SqlWriter bindSupplied(Supplier<? extends T> value, SqlType<T> type) {
        return inlined ? inline(value.get(), type) : marker(type);
    }

    /** In parentheses if it has a sign: two signs are a comment. */
    private <T> SqlWriter inline(@Nullable T value, SqlType<T> type) {
        String literal = dialect.literal(type.dataType(), type.encode(value));
        text.append(literal.startsWith("-") ? "(" + literal + ")" : literal);
        return this;
    }

    private SqlWriter marker(SqlType<?> type) {
        parameters.add(type.dataType());
        text.append(dialect.marker(parameters.size(), type.dataType()));
        return this;
    }

    @Override
    public <T> SqlWriter literal(@Nullable T value, SqlType<T> type) {
        text.append(dialect.literal(type.dataType(), type.encode(value)));
        return this;
    }

    @Override
    public SqlWriter type(SqlType<?> type) {
        text.append(dialect.typeName(type.dataType()));
        return this;
    }
}
