package io.athanor.dialect;

import io.athanor.UnsupportedByDialectException;
import io.athanor.schema.ColumnType;
import io.athanor.sql.BatchRows;
import io.athanor.sql.BoundValue;
import io.athanor.sql.Cast;
import io.athanor.sql.Delete;
import io.athanor.sql.Extract;
import io.athanor.sql.Functions.Field;
import io.athanor.sql.InList;
import io.athanor.sql.Insert;
import io.athanor.sql.Op;
import io.athanor.sql.Operators;
import io.athanor.sql.Param;
import io.athanor.sql.Precedence;
import io.athanor.sql.Predicate;
import io.athanor.sql.RawStatement;
import io.athanor.sql.Returning;
import io.athanor.sql.Source;
import io.athanor.sql.SqlWriter;
import io.athanor.sql.Update;
import io.athanor.sql.With;
import io.athanor.types.DataType;
import io.athanor.types.DataType.Kind;
import io.athanor.types.Types;
import java.util.EnumSet;
import java.util.List;
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
                        Feature.FETCH_WITH_TIES,
                        Feature.FETCH_PERCENT,
                        Feature.LOCK_OF,
                        Feature.ARRAYS,
                        Feature.ROW_LOCKS,
                        Feature.QUANTIFIED_COMPARISON,
                        Feature.TABLE_FUNCTIONS,
                        Feature.REGULAR_EXPRESSIONS,
                        Feature.ORDERED_SET_AGGREGATES,
                        Feature.INTERVAL_FRAMES,
                        Feature.SEQUENCES,
                        Feature.SCHEMAS,
                        Feature.IDENTITY_STEPS,
                        Feature.IDENTITY_ALWAYS,
                        Feature.IDENTITY_BESIDE_KEY,
                        Feature.ALTER_CONSTRAINTS,
                        Feature.COMMENTS));
        spell(Operators.MATCHES, "regexp_like({0,}, {1,})");
        spell(Operators.DIVIDE_DECIMAL, "cast({0,} as decfloat(40)) / cast({1,} as decfloat(40))");
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
        requireReturning(returning);
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
        SqlWriter bare = new BareValues(this, out);
        if (update.from().isEmpty()) {
            super.update(update, bare);
            return;
        }
        merge(update.with(), update.table(), update.from(), update.condition(), out);
        bare.word("update set ").list(update.allAssignments(), ", ");
    }

    /** H2 has no DELETE … USING; MERGE does the same, for one source. */
    @Override
    protected void delete(Delete delete, SqlWriter out) {
        if (delete.using().isEmpty()) {
            super.delete(delete, out);
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
        requireWith(with);
        out.word("merge into ")
                .node(table)
                .word(" using ")
                .node(sources.get(0))
                .word(" on ")
                .node(on)
                .word(" when matched then ");
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

    /**
     * Inside an expression H2 guesses the type of a value, and badly: a quotient has 100,000 digits, a union is of text. So
     * it is told, unless the place tells.
     */
    @Override
    protected void value(BoundValue<?> value, SqlWriter out) {
        DataType type = value.type().dataType();
        if (type.kind() == Kind.ENUM || isArray(value)) {
            bare(value, out);
            return;
        }
        out.word("cast(");
        value.render(out);
        out.word(" as ").type(Types.unsized(value.type())).word(")");
    }

    /** A value whose place tells its type. The driver takes no NULL inside an array: elements are values of their own. */
    void bare(BoundValue<?> value, SqlWriter out) {
        if (value instanceof Param<?> param && isArray(value)) {
            H2Arrays.write(param, out);
        } else {
            value.render(out);
        }
    }

    private static boolean isArray(BoundValue<?> value) {
        return value.type().dataType().kind() == Kind.ARRAY && value instanceof Param<?> param && param.value() != null;
    }

    /** The other side of a comparison, or the function itself, tells the type of a value. */
    @Override
    protected void operation(Op<?> op, SqlWriter out) {
        boolean tells = op.operator().precedence() == Precedence.COMPARISON
                || (op instanceof Op.Text && !op.operator().equals(Operators.COALESCE));
        super.operation(op, tells ? new BareValues(this, out) : out);
    }

    @Override
    protected void inList(InList list, SqlWriter out) {
        super.inList(list, new BareValues(this, out));
    }

    /** Large text is cast to nothing but text. */
    @Override
    protected void cast(Cast<?> cast, SqlWriter out) {
        SqlWriter bare = new BareValues(this, out);
        boolean large = cast.expression().type().dataType().kind() == Kind.TEXT;
        if (large && !cast.type().dataType().isText()) {
            bare.word("cast(cast(")
                    .node(cast.expression())
                    .word(" as varchar) as ")
                    .type(cast.type())
                    .word(")");
        } else {
            super.cast(cast, bare);
        }
    }

    @Override
    protected void raw(RawStatement raw, SqlWriter out) {
        super.raw(raw, new BareValues(this, out));
    }

    /** H2 has no WITH before INSERT: it goes to the query. */
    @Override
    protected void insert(Insert insert, SqlWriter out) {
        Insert plain = insert.conflict() == null ? insert.withInQuery() : insert;
        super.insert(plain, new BareValues(this, out));
    }

    @Override
    protected void batchRows(BatchRows rows, SqlWriter out) {
        super.batchRows(rows, new BareValues(this, out));
    }

    @Override
    protected void extract(Extract extract, SqlWriter out) {
        if (extract.field() == Field.WEEK) {
            extract.render("iso_week", out);
        } else {
            extract.render(out);
        }
    }
}
