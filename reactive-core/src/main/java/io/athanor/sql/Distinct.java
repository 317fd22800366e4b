package io.athanor.sql;

import java.util.List;
import org.jspecify.annotations.Nullable;

/**
 * Which rows of a SELECT are equal, of which one is kept.
 *
 * @param keys what makes rows equal: empty for all that is selected; null if equal rows are all kept
 */
public record Distinct(@Nullable List<Expression<?>> keys) implements SqlNode {
    static final Distinct NOT = new Distinct(null);

    /** The same, in which labels are meant by their names. */
    Distinct by(Labels labels) {
        return keys == null || keys.isEmpty() ? this : new Distinct(labels.keys(keys));
    }

    @Override
    public void render(SqlWriter out) {
        if (keys != null) {
            out.word("distinct ");
            if (!keys.isEmpty()) {
                out.word("on (").list(keys, ", ").word(") ");
            }
        }
    }

    @Override
    public String toString() {
        return Inlined.of(this);
    }
}
