package io.athanor.sql;

import io.athanor.types.DataType.Kind;
import io.athanor.types.SqlType;
import io.athanor.types.Types;
import java.util.ArrayList;
import java.util.List;
import org.jspecify.annotations.Nullable;

/**
 * Rows of bound values seen column by column: {@code unnest(?, ?)}, one array for each column, so that their number does not
 * change the text. Immutable.
 *
 * @param types the columns' types
 * @param rows the rows, each with a parameter for each column
 */
public record ValueColumns(List<? extends SqlType<?>> types, List<? extends List<? extends Expression<?>>> rows) {
    /** Whether a column of arrays would do: UNNEST takes arrays of arrays apart, and knows no foreign types. */
    public boolean canBeUnnested() {
        return types.stream().noneMatch(ValueColumns::isForeign)
                && rows.stream().allMatch(row -> row.stream().allMatch(Param.class::isInstance));
    }

    private static boolean isForeign(SqlType<?> type) {
        Kind kind = type.dataType().kind();
        return kind == Kind.ARRAY || kind == Kind.OTHER;
    }

    /** {@code unnest(?, ?)}. */
    public void render(SqlWriter out) {
        out.word("unnest(");
        for (int column = 0; column < types.size(); column++) {
            out.word(column > 0 ? ", " : "");
            bind(types.get(column), column, out);
        }
        out.word(")");
    }

    @SuppressWarnings("unchecked") // a column's values are of its type
    private <T> void bind(SqlType<T> type, int column, SqlWriter out) {
        List<@Nullable T> values = new ArrayList<>(rows.size());
        for (List<? extends Expression<?>> row : rows) {
            values.add(((Param<T>) row.get(column)).value());
        }
        out.bind(values, Types.array(Types.unsized(type)));
    }
}
