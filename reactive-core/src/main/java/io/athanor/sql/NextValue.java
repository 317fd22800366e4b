package io.athanor.sql;

import io.athanor.types.SqlType;

/**
 * The next number of a sequence.
 *
 * @param sequence the sequence
 * @param type the type of the number
 */
public record NextValue<T>(Sequence sequence, SqlType<T> type) implements Expression<T> {
    @Override
    public void render(SqlWriter out) {
        out.word("next value for ").node(sequence.name());
    }

    @Override
    public String toString() {
        return Inlined.of(this);
    }
}
