package io.athanor.dialect;

import io.athanor.UnsupportedByDialectException;
import io.athanor.schema.ComputedColumn;
import io.athanor.schema.SchemaObject;
import io.athanor.sql.AggregateCall;
import io.athanor.sql.InList;
import io.athanor.sql.Insert;
import io.athanor.sql.Limit;
import io.athanor.sql.NextValue;
import io.athanor.sql.OnConflict;
import io.athanor.sql.Operators;
import io.athanor.sql.Precedence;
import io.athanor.sql.Query;
import io.athanor.sql.SqlWriter;
import io.athanor.sql.TupleInList;
import io.athanor.sql.ValueColumns;
import io.athanor.sql.ValuesSource;
import io.athanor.types.DataType;
import io.athanor.types.DataType.Kind;
import io.athanor.types.SqlType;
import io.athanor.types.Types;
import java.time.Instant;
import java.time.LocalDate;
import java.time.LocalDateTime;
import java.util.EnumSet;
import java.util.HexFormat;
import java.util.List;
import org.jspecify.annotations.Nullable;

/** PostgreSQL 12 and later. */
public final class PostgresDialect extends Dialect {
    /** The dialect; it has no state. */
    public PostgresDialect() {
        super("PostgreSQL", EnumSet.complementOf(EnumSet.of(Feature.FETCH_PERCENT, Feature.TRY_CAST)));
        spell(Operators.ILIKE, "{0!} ilike {1!}");
        spell(Operators.ILIKE_ESCAPE, "{0!} ilike {1!} escape '!'");
        spell(Operators.BIT_AND, "({0} & {1})");
        spell(Operators.BIT_OR, "({0} | {1})");
        spell(Operators.BIT_XOR, "({0} # {1})");
        spell(Operators.BIT_NOT, "(~{0})");
        spell(Operators.SHIFT_LEFT, "({0} << {1})");
        spell(Operators.SHIFT_RIGHT, "({0} >> {1})");
        spell(Operators.MATCHES, "{0!} ~ {1!}");
        spell(Operators.REGEXP_REPLACE, "regexp_replace({0,}, {1,}, {2,}, 'g')");
        spell(Operators.STRING_AGG, "string_agg({*})");
    }

    @Override
    public String marker(int index, DataType type) {
        return switch (type.kind()) {
            case CHAR, INTERVAL, JSON, JSONB, ENUM, OTHER -> "cast($" + index + " as " + typeName(type.unsized()) + ")";
            case ARRAY -> PostgresArrays.marker(index, type, this);
            default -> "$" + index;
        };
    }

    @Override
    public String typeName(DataType type) {
        checkDigits(type);
        return switch (type.kind()) {
            case CHAR -> type.length() == null ? "bpchar" : type.toString();
            case DECIMAL -> type.length() == null ? "numeric" : type.toString().replace("decimal", "numeric");
            case TEXT -> "text";
            case VARBINARY, BINARY -> "bytea";
            case INTERVAL -> "interval";
            case JSONB -> "jsonb";
            case ARRAY -> typeName(type.elementType()) + "[]";
            case ENUM -> quote(type.typeName());
            default -> type.toString();
        };
    }

    @Override
    public Codec codec(DataType type) {
        checkDigits(type);
        return PostgresCodecs.of(type);
    }

    private void checkDigits(DataType type) {
        if (type.isTemporal() && type.length() != null && type.length() > 6) {
            throw new UnsupportedByDialectException(name(), type.toString(), "a second has at most 6 digits there");
        }
    }

    /** The protocol counts parameters in 16 bits. */
    @Override
    public int maxParameters() {
        return 65_535;
    }

    @Override
    public int maxIdentifierLength() {
        return 63;
    }

    @Override
    protected void limit(Limit limit, SqlWriter out) {
        if (limit.withTies() || limit.percent() != null) {
            super.limit(limit, out);
            return;
        }
        if (limit.rows() != null) {
            out.word(" limit ").bind(limit.rows(), Types.BIGINT);
        }
        if (limit.offset() != null) {
            out.word(" offset ").bind(limit.offset(), Types.BIGINT);
        }
    }

    /** One array whatever its length: one prepared statement. */
    @Override
    protected void inList(InList list, SqlWriter out) {
        Kind kind = list.left().type().dataType().kind();
        if (list.values().isEmpty() || kind == Kind.ARRAY || kind == Kind.OTHER) {
            list.render(out);
            return;
        }
        out.rightOperand(list.left(), Precedence.COMPARISON).word(list.negated() ? " <> all (" : " = any (");
        bindAll(list, list.left().type(), out);
        out.word(")");
    }

    @SuppressWarnings("unchecked") // an IN list's values are of its left side's type
    private static <T> void bindAll(InList list, SqlType<T> type, SqlWriter out) {
        List<T> values =
                (List<T>) list.values().stream().map(param -> param.value()).toList();
        out.bind(values, Types.array(type));
    }

    /** Likewise: {@code (a, b) in (select * from unnest(?, ?))}. */
    @Override
    protected void tupleInList(TupleInList list, SqlWriter out) {
        ValueColumns values = list.byColumn();
        if (out.isInlined() || list.values().isEmpty() || !values.canBeUnnested()) {
            list.render(out);
            return;
        }
        out.node(list.left()).word(list.negated() ? " not in (select * from " : " in (select * from ");
        values.render(out);
        out.word(")");
    }

    /** Likewise: {@code unnest(?, ?) "alias" ("a", "b")}. */
    @Override
    protected void values(ValuesSource rows, SqlWriter out) {
        ValueColumns values = rows.byColumn();
        if (out.isInlined() || !values.canBeUnnested()) {
            rows.render(out);
            return;
        }
        values.render(out);
        out.word(" ");
        rows.renderName(out);
    }

    @Override
    protected void insert(Insert insert, SqlWriter out) {
        insert.renderPlain(out);
        OnConflict conflict = insert.conflict();
        if (conflict != null) {
            Upserts.onConflict(conflict, out);
        }
    }

    /** PostgreSQL has no LISTAGG: the order of STRING_AGG stands among its arguments. */
    @Override
    protected void aggregate(AggregateCall call, SqlWriter out) {
        (call.operator().equals(Operators.STRING_AGG) ? call.inArguments() : call).render(out);
    }

    @Override
    public Query<SchemaObject> schemaObjects() {
        return ExistingObjects.postgres();
    }

    @Override
    protected void computedColumn(ComputedColumn computed, SqlWriter out) {
        computed.render(out);
        out.word(" stored");
    }

    @Override
    protected void nextValue(NextValue<?> next, SqlWriter out) {
        StringBuilder name = new StringBuilder();
        if (next.sequence().name().schema() != null) {
            name.append(quote(next.sequence().name().schema())).append('.');
        }
        name.append(quote(next.sequence().name().name()));
        out.word("nextval(").literal(name.toString(), Types.TEXT).word(")");
    }

    @Override
    public String literal(DataType type, @Nullable Object value) {
        if (value == null) {
            return super.literal(type, null);
        }
        return switch (type.kind()) {
            case BINARY, VARBINARY -> "'\\x" + HexFormat.of().formatHex((byte[]) value) + "'::bytea";
            case DATE -> PostgresLiterals.date((LocalDate) value);
            case TIMESTAMP -> PostgresLiterals.timestamp((LocalDateTime) value);
            case TIMESTAMP_WITH_TIME_ZONE -> PostgresLiterals.instant((Instant) value);
            default -> super.literal(type, value);
        };
    }
}
