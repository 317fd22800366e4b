package io.athanor.dialect;

import io.athanor.UnsupportedByDialectException;
import io.athanor.schema.ColumnType;
import io.athanor.sql.Case;
import io.athanor.sql.Delete;
import io.athanor.sql.Op;
import io.athanor.sql.Operator;
import io.athanor.sql.Operators;
import io.athanor.sql.Param;
import io.athanor.sql.Predicate;
import io.athanor.sql.Returning;
import io.athanor.sql.Selected;
import io.athanor.sql.Source;
import io.athanor.sql.SqlWriter;
import io.athanor.sql.Update;
import io.athanor.sql.With;
import io.athanor.types.DataType;
import io.athanor.types.DataType.Kind;
import java.util.EnumSet;
import java.util.List;
import java.util.Set;
import java.util.stream.Collectors;
import org.jspecify.annotations.Nullable;

/** H2 2.4 in its regular mode. */
public final class H2Dialect extends Dialect {
    private static final int DEADLOCK = 40001;
    private static final int LOCK_TIMEOUT = 50200;
    private static final int CONCURRENT_UPDATE = 90131;
    private static final int STATEMENT_TIMEOUT_OR_CANCELLED = 57014;
    private static final int REFERENTIAL_INTEGRITY_CHILD = 23503;
    private static final int REFERENTIAL_INTEGRITY_PARENT = 23506;
    private static final int DATABASE_CLOSED = 90121;
    private static final int CONNECTION_BROKEN = 90067;
    private static final int OBJECT_CLOSED = 90007;
    private static final int WRONG_USER_OR_PASSWORD = 28000;
    private static final Set<Operator> CHOOSING =
            Set.of(Operators.COALESCE, Operators.NULLIF, Operators.GREATEST, Operators.LEAST);

    /** The dialect; it has no state. */
    public H2Dialect() {
        super(
                "H2",
                EnumSet.of(
                        Feature.INSERT_RETURNING,
                        Feature.UPDATE_RETURNING,
                        Feature.DELETE_RETURNING,
                        Feature.MULTI_ROW_INSERT,
                        Feature.DEFAULT_IN_VALUES,
                        Feature.UPSERT,
                        Feature.DISTINCT_ON,
                        Feature.FETCH_WITH_TIES));
        spell(Operators.CHAR_LENGTH, "char_length({0,})");
    }

    @Override
    public String marker(int index, DataType type) {
        return switch (type.kind()) {
            case JSON, JSONB -> "$" + index + " format json";
            case ENUM -> "cast(cast($" + index + " as varchar) as " + typeName(type) + ")";
            default -> "$" + index;
        };
    }

    @Override
    public String typeName(DataType type) {
        return switch (type.kind()) {
            case CHAR -> type.length() == null ? "varchar" : type.toString();
            case TIME -> type.length() == null ? "time(6)" : type.toString();
            case TIME_WITH_TIME_ZONE -> type.length() == null ? "time(6) with time zone" : type.toString();
            case DECIMAL -> type.length() == null ? "decfloat" : type.toString();
            case INTERVAL -> "interval day(12) to second(6)";
            case ENUM -> type.labels().stream().map(this::text).collect(Collectors.joining(", ", "enum(", ")"));
            case ARRAY -> typeName(type.elementType()) + " array";
            default -> type.toString();
        };
    }

    @Override
    public String quote(String identifier) {
        return H2Text.quoted(identifier, '"');
    }

    @Override
    public String literal(DataType type, @Nullable Object value) {
        if (value == null) {
            return super.literal(type, null);
        }
        return switch (type.kind()) {
            case JSON, JSONB -> text((String) value) + " format json";
            case BINARY -> "cast(" + super.literal(type, value) + " as " + typeName(type) + ")";
            default -> super.literal(type, value);
        };
    }

    @Override
    protected String text(String value) {
        return H2Text.quoted(value, '\'');
    }

    @Override
    public Codec codec(DataType type) {
        return H2Codecs.of(type);
    }

    /** H2 has states of its own where the standard has none. */
    @Override
    public ErrorKind classify(@Nullable String sqlState, int code) {
        return switch (code) {
            case DEADLOCK -> ErrorKind.DEADLOCK;
            case LOCK_TIMEOUT -> ErrorKind.LOCK_TIMEOUT;
            case CONCURRENT_UPDATE -> ErrorKind.SERIALIZATION_FAILURE;
            case STATEMENT_TIMEOUT_OR_CANCELLED -> ErrorKind.STATEMENT_TIMEOUT;
            case REFERENTIAL_INTEGRITY_CHILD, REFERENTIAL_INTEGRITY_PARENT -> ErrorKind.FOREIGN_KEY_VIOLATION;
            case DATABASE_CLOSED, CONNECTION_BROKEN, OBJECT_CLOSED -> ErrorKind.CONNECTION_LOST;
            case WRONG_USER_OR_PASSWORD -> ErrorKind.ACCESS_DENIED;
            default -> super.classify(sqlState, code);
        };
    }

    @Override
    public int maxParameters() {
        return 100_000;
    }

    @Override
    public int maxIdentifierLength() {
        return 256;
    }

    /** Rows that a change leaves behind are selected: {@code select … from final table (insert …) "t"}. */
    @Override
    protected void returning(Returning<?> returning, SqlWriter out) {
        out.word("select ");
        returning.declare(out);
        out.word(returning.change() instanceof Delete ? " from old table (" : " from final table (")
                .node(returning.change())
                .word(") ")
                .name(returning.table().alias());
    }

    /** H2 has no UPDATE … FROM; MERGE does the same, for one source. */
    @Override
    protected void update(Update update, SqlWriter out) {
        if (update.from().isEmpty()) {
            update.render(out);
            return;
        }
        merge(update.with(), update.table(), update.from(), update.condition(), out);
        out.word("update set ").list(update.allAssignments(), ", ");
    }

    /** H2 has no DELETE … USING; MERGE does the same, for one source. */
    @Override
    protected void delete(Delete delete, SqlWriter out) {
        if (delete.using().isEmpty()) {
            delete.render(out);
            return;
        }
        merge(delete.with(), delete.table(), delete.using(), delete.condition(), out);
        out.word("delete");
    }

    private void merge(With with, Source<?> table, List<Source<?>> sources, Predicate on, SqlWriter out) {
        if (sources.size() > 1) {
            throw new UnsupportedByDialectException(
                    name(), Feature.UPDATE_FROM_MANY.words(), "join them in a derived table and use that");
        }
        out.node(with)
                .word("merge into ")
                .node(table)
                .word(" using ")
                .node(sources.get(0))
                .word(" on ")
                .node(on)
                .word(" when matched then ");
    }

    @Override
    protected void operation(Op<?> op, SqlWriter out) {
        boolean choosing = CHOOSING.contains(op.operator());
        super.operation(choosing ? H2Parameters.typed(op) : op, out);
    }

    @Override
    protected void choice(Case<?> choice, SqlWriter out) {
        H2Parameters.typed(choice).render(out);
    }

    @Override
    protected void selected(Selected selected, SqlWriter out) {
        out.node(H2Parameters.typed(selected.parameter()));
    }

    /** H2 indexes no large objects: those of a key are as long as a varchar can be. */
    @Override
    protected void columnType(ColumnType type, SqlWriter out) {
        Kind kind = type.type().dataType().kind();
        if (type.isKeyed() && (kind == Kind.TEXT || kind == Kind.BINARY)) {
            out.word(kind == Kind.TEXT ? "varchar" : "varbinary");
        } else {
            type.render(out);
        }
    }

    /** The driver takes no NULL inside an array: each element is a parameter of its own. */
    @Override
    protected void param(Param<?> param, SqlWriter out) {
        if (param.type().dataType().kind() == Kind.ARRAY && param.value() != null) {
            H2Arrays.write(param, out);
        } else {
            param.render(out);
        }
    }
}
