package io.athanor.dialect;

import io.athanor.sql.BulkRows;
import io.athanor.sql.Column;
import io.athanor.sql.SqlWriter;
import io.athanor.types.DataType.Kind;
import io.athanor.types.SqlType;
import io.athanor.types.Types;
import java.util.List;

/**
 * The rows of a batch as one array for each column: one prepared statement for any number of rows, and keys in the order of
 * the input.
 *
 * <pre>{@code
 * select "v"."c1", "v"."c2" from unnest($1, $2) with ordinality "v" ("c1", "c2", "n") order by "v"."n"
 * }</pre>
 */
final class PostgresBulk {
    /** Beyond some thousand rows a statement gains nothing and costs memory. */
    static final int ROWS = 5_000;

    private PostgresBulk() {}

    /** UNNEST takes arrays of arrays apart to the last element: columns of arrays travel as single values. */
    static boolean takes(List<Column<?>> columns) {
        return !columns.isEmpty()
                && columns.stream()
                        .map(column -> column.type().dataType().kind())
                        .noneMatch(kind -> kind == Kind.ARRAY || kind == Kind.OTHER);
    }

    static void write(BulkRows rows, SqlWriter out) {
        List<Column<?>> bound = rows.bound();
        out.word("select ");
        for (int i = 0; i < bound.size(); i++) {
            out.word(i > 0 ? ", " : "").name("v").word(".").name(name(i));
        }
        rows.same().forEach(assignment -> out.word(", ").node(assignment.value()));
        out.word(" from unnest(");
        for (int i = 0; i < bound.size(); i++) {
            out.word(i > 0 ? ", " : "");
            bind(rows.values().get(i), bound.get(i).type(), out);
        }
        out.word(") with ordinality ").name("v").word(" (");
        for (int i = 0; i < bound.size(); i++) {
            out.name(name(i)).word(", ");
        }
        out.name("n").word(") order by ").name("v").word(".").name("n");
    }

    private static String name(int column) {
        return "c" + (column + 1);
    }

    @SuppressWarnings("unchecked") // a column's values are of its type
    private static <T> void bind(List<?> values, SqlType<T> type, SqlWriter out) {
        out.bind((List<T>) values, Types.array(type));
    }
}
