package io.athanor.sql;

import io.athanor.types.DataType.Kind;
import io.athanor.types.SqlType;
import io.athanor.types.Types;
import java.util.ArrayList;
import java.util.List;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;

/**
 * Rows of a batch, kept column by column: {@code values (?, ?), (?, ?)}, or {@code select … from unnest(?, ?)} where a
 * database takes arrays. Immutable.
 */
public final class BatchRows implements InsertSource, SqlNode {
    private final List<Values> values;
    private final List<Assignment> computed;
    private final int size;

    /**
     * Rows of values beside values that are the same expression in each.
     *
     * @param values the bound columns, at least one
     * @param computed the columns that an expression is written to
     */
    BatchRows(List<Values> values, List<Assignment> computed) {
        this.values = List.copyOf(values);
        this.computed = computed;
        this.size = values.get(0).raw().size();
    }

    /** How many rows these are. */
    public int size() {
        return size;
    }

    @Override
    public List<Column<?>> columns() {
        return Stream.<Column<?>>concat(
                        values.stream().map(Values::column), computed.stream().map(Assignment::column))
                .toList();
    }

    /** The values of each row, one for each of {@link #columns()}. */
    List<List<@Nullable Expression<?>>> values() {
        List<List<@Nullable Expression<?>>> rows = new ArrayList<>(size);
        for (int i = 0; i < size; i++) {
            List<@Nullable Expression<?>> row = new ArrayList<>(values.size() + computed.size());
            for (Values column : values) {
                row.add(column.at(i));
            }
            for (Assignment assignment : computed) {
                row.add(assignment.value());
            }
            rows.add(row);
        }
        return rows;
    }

    /** Whether a column of arrays would do: UNNEST takes arrays of arrays apart, and knows no foreign types. */
    public boolean canBeUnnested() {
        return values.stream().noneMatch(column -> column.isOf(Kind.ARRAY) || column.isOf(Kind.OTHER));
    }

    /** Row by row. */
    @Override
    public void render(SqlWriter out) {
        Insert.values(values(), out);
    }

    /**
     * Column by column: {@code select "a", "b" from unnest(?, ?) with ordinality "rows" ("a", "b", "position") order by
     * "position"}. Generated keys follow the order.
     */
    public void renderUnnested(SqlWriter out) {
        String position = position();
        List<Column<?>> names = new ArrayList<>();
        out.word("select ");
        for (Values column : values) {
            out.word(names.isEmpty() ? "" : ", ").name(column.column().name());
            names.add(column.column());
        }
        for (Assignment assignment : computed) {
            out.word(", ").node(assignment.value());
        }
        out.word(" from unnest(");
        for (int i = 0; i < values.size(); i++) {
            out.word(i > 0 ? ", " : "").bind(values.get(i).raw(), values.get(i).arrayType());
        }
        out.word(") with ordinality ").name("rows").word(" (");
        Insert.names(names, out);
        out.word(", ").name(position).word(") order by ").name(position);
    }

    /** A name that none of the columns has. */
    private String position() {
        StringBuilder name = new StringBuilder("position");
        while (values.stream().anyMatch(column -> column.column().name().contentEquals(name))) {
            name.append('_');
        }
        return name.toString();
    }

    @Override
    public boolean equals(@Nullable Object other) {
        return other instanceof BatchRows rows && values.equals(rows.values) && computed.equals(rows.computed);
    }

    @Override
    public int hashCode() {
        return values.hashCode();
    }

    @Override
    public String toString() {
        return Inlined.of(this);
    }

    /**
     * The values of one column, each of its kind's own Java class: what is no more to be encoded.
     *
     * @param column where they go
     * @param raw the values by row
     * @param type the column's type without what Java makes of it
     */
    record Values(Column<?> column, List<@Nullable Object> raw, SqlType<Object> type) {
        @SuppressWarnings("unchecked") // raw values are objects
        Values(Column<?> column, List<@Nullable Object> raw) {
            this(column, raw, (SqlType<Object>) Types.canonical(column.type().dataType()));
        }

        Param<Object> at(int row) {
            return Param.nullable(raw.get(row), type);
        }

        @SuppressWarnings("unchecked") // raw values are objects
        SqlType<Object> arrayType() {
            return (SqlType<Object>) Types.canonical(Types.array(type).dataType());
        }

        boolean isOf(Kind kind) {
            return type.dataType().kind() == kind;
        }
    }
}
