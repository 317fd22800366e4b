package io.athanor.sql;

import org.jspecify.annotations.Nullable;

/**
 * A source joined to those before it.
 *
 * @param kind how rows without a partner are treated
 * @param source what is joined
 * @param on the condition; null for a cross join only
 */
public record Join(Kind kind, Source<?> source, @Nullable Predicate on) implements SqlNode {
    /** How rows without a partner are treated. */
    public enum Kind {
        INNER(" join "),
        LEFT(" left join "),
        RIGHT(" right join "),
        FULL(" full join "),
        CROSS(" cross join ");

        private final String words;

        Kind(String words) {
            this.words = words;
        }
    }

    @Override
    public void render(SqlWriter out) {
        out.word(kind.words).node(source);
        if (on != null) {
            out.word(" on ").node(on);
        }
    }

    @Override
    public String toString() {
        return Inlined.of(this);
    }
}
