package io.athanor.compile;

import io.athanor.dialect.Dialect;
import io.athanor.sql.Column;
import io.athanor.sql.SqlNode;
import io.athanor.sql.SqlWriter;
import io.athanor.sql.TypedTable;
import io.athanor.types.SqlType;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import org.jspecify.annotations.Nullable;

/**
 * The walk that computes the cache key: the same walk as for the text, with tokens in place of characters and values set
 * aside in bind order. Equal keys mean equal text by construction: a new kind of node cannot forget to take part. After
 * SQLAlchemy's cache key, whose parts are declared by hand.
 */
final class StatementKey implements SqlWriter {
    private static final Object BIND = new Object();
    private static final Object NAME = new Object();
    private static final Object COLUMN = new Object();
    private final Dialect dialect;
    private Object[] tokens = new Object[64];
    private int size;
    private int hash = 1;
    private final List<@Nullable Object> values = new ArrayList<>();

    private StatementKey(Dialect dialect) {
        this.dialect = dialect;
    }

    static StatementKey of(SqlNode node, Dialect dialect) {
        StatementKey walk = new StatementKey(dialect);
        walk.node(node);
        return walk;
    }

    /** The values in bind order, each of its kind's own Java class. */
    List<@Nullable Object> values() {
        return values;
    }

    /** The key without its values and without room to grow, to be kept. */
    StatementKey trimmed() {
        StatementKey kept = new StatementKey(dialect);
        kept.tokens = Arrays.copyOf(tokens, size);
        kept.size = size;
        kept.hash = hash;
        return kept;
    }

    private StatementKey token(Object token) {
        if (size == tokens.length) {
            tokens = Arrays.copyOf(tokens, size * 2);
        }
        tokens[size++] = token;
        hash = 31 * hash + token.hashCode();
        return this;
    }

    @Override
    public SqlWriter word(String constant) {
        return constant.isEmpty() ? this : token(constant);
    }

    @Override
    public SqlWriter name(String identifier) {
        return token(NAME).token(identifier);
    }

    @Override
    public SqlWriter node(SqlNode child) {
        if (child instanceof Column<?> column) {
            return token(COLUMN).token(column.source().alias()).token(column.name());
        }
        if (child instanceof TypedTable<?>) {
            return token(child); // equal tables are written alike wherever they stand
        }
        dialect.write(child, this);
        return this;
    }

    @Override
    public <T> SqlWriter bind(@Nullable T value, SqlType<T> type) {
        values.add(type.encode(value));
        return token(BIND).token(type.dataType());
    }

    @Override
    public <T> SqlWriter literal(@Nullable T value, SqlType<T> type) {
        return token(dialect.literal(type.dataType(), type.encode(value)));
    }

    @Override
    public SqlWriter type(SqlType<?> type) {
        return token(type.dataType());
    }

    @Override
    public int hashCode() {
        return hash;
    }

    @Override
    public boolean equals(@Nullable Object other) {
        return other instanceof StatementKey key
                && hash == key.hash
                && Arrays.equals(tokens, 0, size, key.tokens, 0, key.size);
    }
}
