package io.athanor.sql;

import io.athanor.ConfigurationException;
import io.athanor.types.Types;
import java.util.ArrayList;
import java.util.List;
import org.jspecify.annotations.Nullable;

/** An INSERT that reacts to conflicts, in the SQL standard's words. */
final class Merge {
    private Merge() {}

    static void render(Insert insert, OnConflict conflict, SqlWriter out) {
        out.node(insert.with()).word("merge into ").node(insert.table()).word(" using (");
        source(insert, out);
        out.word(") excluded (");
        Insert.names(insert.columns(), out);
        out.word(") on ").node(Junction.of(true, matching(conflict)));
        if (!conflict.doesNothing()) {
            out.word(" when matched");
            Clauses.where(conflict.conditions(), " and ", out);
            out.word(" then update set ").list(conflict.updates(), ", ");
        }
        out.word(" when not matched then insert (");
        Insert.names(insert.columns(), out);
        out.word(") values (");
        for (int i = 0; i < insert.columns().size(); i++) {
            out.word(i > 0 ? ", " : "").node(new Excluded<>(insert.columns().get(i)));
        }
        out.word(")");
    }

    private static List<Predicate> matching(OnConflict conflict) {
        List<Predicate> equal = new ArrayList<>(conflict.targetConditions());
        for (Column<?> column : conflict.target()) {
            equal.add(Op.predicate(Operators.EQ, column, new Excluded<>(column)));
        }
        return equal;
    }

    private static void source(Insert insert, SqlWriter out) {
        if (insert.source() instanceof InsertSource.FromQuery from) {
            out.node(from.query());
            return;
        }
        Insert.values(
                values(insert.source()).stream()
                        .map(row -> typed(insert.columns(), row))
                        .toList(),
                out);
    }

    private static List<List<@Nullable Expression<?>>> values(InsertSource source) {
        return source instanceof BatchRows batch ? batch.values() : ((InsertSource.Rows) source).values();
    }

    private static List<Expression<?>> typed(List<Column<?>> columns, List<@Nullable Expression<?>> row) {
        List<Expression<?>> typed = new ArrayList<>(row.size());
        for (int i = 0; i < row.size(); i++) {
            typed.add(typed(columns.get(i), row.get(i)));
        }
        return typed;
    }

    /** A parameter in VALUES has no type but by a cast, and a cast to the column's size would cut what is too long. */
    private static Expression<?> typed(Column<?> column, @Nullable Expression<?> value) {
        if (value == null) {
            throw new ConfigurationException("each row of an upsert sets the same columns; " + column + " is missing");
        }
        return new Cast.Any<>(value, Types.unsized(column.type()));
    }
}
