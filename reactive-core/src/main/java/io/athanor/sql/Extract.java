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
        render(field.word(), out);
    }

    /** The same with the field's name as a dialect has it. */
    public void render(String word, SqlWriter out) {
        boolean fractional = field == Field.SECOND;
        out.word(fractional ? "cast(floor(extract(" : "cast(extract(")
                .word(word)
                .word(" from ")
                .node(temporal)
                .word(fractional ? ")) as integer)" : ") as integer)");
    }

    @Override
    public String toString() {
        return Inlined.of(this);
    }
}
