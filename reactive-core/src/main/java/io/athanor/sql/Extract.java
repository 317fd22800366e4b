package io.athanor.sql;

import io.athanor.sql.Functions.Field;
import io.athanor.types.SqlType;
import io.athanor.types.Types;

/**
 * A part of a date or time as a whole number.
 *
 * @param field which part
 * @param temporal of what
 */
public record Extract(Field field, Expression<?> temporal) implements Expression<Integer> {
    @Override
    public SqlType<Integer> type() {
        return Types.INTEGER;
    }

    @Override
    public void render(SqlWriter out) {
        if (field == Field.SECOND) {
            out.word("cast(floor(extract(second from ").node(temporal).word(")) as integer)");
        } else {
            out.word("cast(extract(")
                    .word(field.word())
                    .word(" from ")
                    .node(temporal)
                    .word(") as integer)");
        }
    }

    @Override
    public String toString() {
        return Inlined.of(this);
    }
}
