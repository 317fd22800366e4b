package io.athanor.schema;

import io.athanor.sql.Column;
import io.athanor.sql.NextValue;
import io.athanor.sql.Param;
import io.athanor.sql.Relay;
import io.athanor.sql.Sequence;
import io.athanor.sql.SqlNode;
import io.athanor.sql.SqlWriter;
import io.athanor.sql.TableName;
import io.athanor.types.SqlType;
import java.util.function.BiConsumer;
import java.util.function.Supplier;
import org.jspecify.annotations.Nullable;

/**
 * An expression inside the definition of a table: its columns stand without the table's name, and its values are literals,
 * because a definition takes no parameters.
 *
 * @param node the expression
 * @param schema the schema of sequences that name none; null for the connection's own
 */
public record Unqualified(SqlNode node, @Nullable String schema) implements SchemaNode {
    @Override
    public void render(SqlWriter out) {
        render(out, SqlNode::render);
    }

    /** Writes the expression, every node of it by {@code dialect}. */
    public void render(SqlWriter out, BiConsumer<SqlNode, SqlWriter> dialect) {
        new Walk(out, schema, dialect).node(node);
    }

    @Override
    public String toString() {
        return node.toString();
    }

    private static final class Walk extends Relay {
        private final @Nullable String schema;
        private final BiConsumer<SqlNode, SqlWriter> dialect;

        Walk(SqlWriter out, @Nullable String schema, BiConsumer<SqlNode, SqlWriter> dialect) {
            super(out);
            this.schema = schema;
            this.dialect = dialect;
        }

        @Override
        public SqlWriter node(SqlNode child) {
            if (child instanceof Column<?> column) {
                return name(column.name());
            }
            if (child instanceof Param<?> param) {
                return value(param);
            }
            dialect.accept(child instanceof NextValue<?> next ? inSchema(next) : child, this);
            return this;
        }

        /** Past the dialect: what it does to parameters, such as a cast, literals do not need. */
        private <T> SqlWriter value(Param<T> param) {
            return bind(param.value(), param.type());
        }

        private <T> NextValue<T> inSchema(NextValue<T> next) {
            Sequence sequence = next.sequence();
            TableName name = sequence.name();
            if (schema == null || name.schema() != null) {
                return next;
            }
            Sequence moved = new Sequence(TableName.of(schema, name.name()), sequence.start(), sequence.increment());
            return new NextValue<>(moved, next.type());
        }

        /** In parentheses if it has a sign: two signs are a comment. */
        @Override
        public <T> SqlWriter bind(@Nullable T value, SqlType<T> type) {
            boolean signed = type.encode(value) instanceof Number number && number.doubleValue() < 0;
            return signed ? word("(").literal(value, type).word(")") : literal(value, type);
        }

        @Override
        public <T> SqlWriter bindSupplied(Supplier<? extends T> value, SqlType<T> type) {
            return bind(value.get(), type);
        }
    }
}
