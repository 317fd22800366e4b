package io.athanor.dialect;

import io.athanor.sql.Cast;
import io.athanor.sql.Expression;
import io.athanor.sql.SqlWriter;
import io.athanor.types.DataType;
import io.athanor.types.DataType.Kind;
import io.athanor.types.Types;
import java.util.List;

/** CAST: SQLite's own knows its storage classes only, and cuts where others round. */
final class SqliteCasts {
    private SqliteCasts() {}

    /** {@code number} to {@code digits} after the point, halves away from zero as a decimal has them, not its fraction. */
    static String rounded(String number, String digits) {
        return "(round(round(" + number + " * pow(10, " + digits + "), 6)) / pow(10, " + digits + "))";
    }

    static void write(Cast<?> cast, SqlWriter out) {
        Expression<?> from = cast.expression();
        DataType source = from.type().dataType();
        DataType target = cast.type().dataType();
        switch (target.kind()) {
            case BOOLEAN -> toBoolean(from, source, out);
            case SMALLINT, INTEGER, BIGINT -> {
                boolean fraction = isFraction(source.kind());
                out.word(fraction ? "cast(round(" : "cast(")
                        .node(from)
                        .word(fraction ? ") as integer)" : " as integer)");
            }
            case DECIMAL -> toDecimal(from, target, out);
            case REAL, DOUBLE -> out.word("cast(").node(from).word(" as real)");
            case CHAR, VARCHAR, TEXT -> toText(from, source, target, out);
            case DATE, TIME, TIMESTAMP, TIMESTAMP_WITH_TIME_ZONE -> toTemporal(from, source, target.kind(), out);
            case ENUM -> toEnum(from, source, target, out);
            case BINARY, VARBINARY -> out.word("cast(").node(from).word(" as blob)");
            case JSON, JSONB -> out.word("json(").node(from).word(")");
            case OTHER ->
                out.word("cast(").node(from).word(" as ").type(cast.type()).word(")");
            case INTERVAL, UUID -> out.word("(").node(from).word(")");
            case ARRAY, TIME_WITH_TIME_ZONE -> out.type(cast.type()); // refuses
        }
    }

    private static boolean isFraction(Kind kind) {
        return kind == Kind.DECIMAL || kind == Kind.REAL || kind == Kind.DOUBLE;
    }

    private static void toBoolean(Expression<?> from, DataType source, SqlWriter out) {
        if (source.isText()) {
            out.word("(lower(").node(from).word(") in ('true', 't', 'yes', 'y', 'on', '1'))");
        } else {
            out.word("((").node(from).word(") <> 0)");
        }
    }

    private static void toDecimal(Expression<?> from, DataType target, SqlWriter out) {
        Integer scale = target.scale();
        if (scale == null) {
            out.word("cast(").node(from).word(" as numeric)");
            return;
        }
        String digits = scale.toString();
        String[] around = rounded("\n", digits).split("\n", -1);
        out.word(around[0]).word("cast(").node(from).word(" as numeric)").word(around[1]);
    }

    private static void toText(Expression<?> from, DataType source, DataType target, SqlWriter out) {
        Integer length = target.length();
        out.word(length == null ? "" : "substr(");
        if (source.kind() == Kind.BOOLEAN) {
            out.word("case ").node(from).word(" when 1 then 'true' when 0 then 'false' end");
        } else if (source.kind() == Kind.ENUM) {
            labelled(from, source.labels(), out);
        } else {
            out.word("cast(").node(from).word(" as text)");
        }
        if (length != null) {
            out.word(", 1, ").literal(length, Types.INTEGER).word(")");
        }
    }

    private static void labelled(Expression<?> from, List<String> labels, SqlWriter out) {
        out.word("case ").node(from);
        for (int i = 0; i < labels.size(); i++) {
            out.word(" when ").literal(i, Types.INTEGER).word(" then ").literal(labels.get(i), Types.TEXT);
        }
        out.word(" end");
    }

    private static void toEnum(Expression<?> from, DataType source, DataType target, SqlWriter out) {
        if (!source.isText()) {
            out.word("(").node(from).word(")");
            return;
        }
        out.word("case ").node(from);
        for (int i = 0; i < target.labels().size(); i++) {
            out.word(" when ")
                    .literal(target.labels().get(i), Types.TEXT)
                    .word(" then ")
                    .literal(i, Types.INTEGER);
        }
        out.word(" end");
    }

    private static void toTemporal(Expression<?> from, DataType source, Kind target, SqlWriter out) {
        boolean same = source.kind() == target;
        boolean timestamps = isTimestamp(target) && isTimestamp(source.kind());
        if (same || timestamps) {
            out.word("(").node(from).word(")");
        } else if (target == Kind.DATE) {
            out.word("date(").node(from).word(")");
        } else if (target == Kind.TIME) {
            out.word(source.isText() ? "(" : "substr(").node(from).word(source.isText() ? ")" : ", 12)");
        } else if (source.kind() == Kind.DATE) {
            out.word("(").node(from).word(" || ' 00:00:00')");
        } else {
            out.word("replace(").node(from).word(", 'T', ' ')");
        }
    }

    private static boolean isTimestamp(Kind kind) {
        return kind == Kind.TIMESTAMP || kind == Kind.TIMESTAMP_WITH_TIME_ZONE;
    }
}
