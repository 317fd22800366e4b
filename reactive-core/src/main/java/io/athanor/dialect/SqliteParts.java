package io.athanor.dialect;

import io.athanor.sql.Expression;
import io.athanor.sql.Extract;
import io.athanor.sql.SqlWriter;
import io.athanor.types.DataType.Kind;

/**
 * EXTRACT: parts are cut out of the text of a date, which has them at fixed places; only what a calendar knows is asked of
 * {@code strftime}, which rounds seconds.
 */
final class SqliteParts {
    private SqliteParts() {}

    static void write(Extract extract, SqlWriter out) {
        Expression<?> from = extract.temporal();
        int time = from.type().dataType().kind() == Kind.TIME ? 1 : 12;
        switch (extract.field()) {
            case YEAR -> cut(from, "1, 4", out);
            case QUARTER -> {
                out.word("((");
                cut(from, "6, 2", out);
                out.word(" + 2) / 3)");
            }
            case MONTH -> cut(from, "6, 2", out);
            case DAY -> cut(from, "9, 2", out);
            case HOUR -> cut(from, time + ", 2", out);
            case MINUTE -> cut(from, time + 3 + ", 2", out);
            case SECOND -> cut(from, time + 6 + ", 2", out);
            case WEEK -> ask("%V", from, out);
            case DAY_OF_WEEK -> ask("%u", from, out);
            case DAY_OF_YEAR -> ask("%j", from, out);
        }
    }

    private static void cut(Expression<?> from, String place, SqlWriter out) {
        out.word("cast(substr(").node(from).word(", ").word(place).word(") as integer)");
    }

    private static void ask(String format, Expression<?> from, SqlWriter out) {
        out.word("cast(strftime('").word(format).word("', substr(").node(from).word(", 1, 10)) as integer)");
    }
}
