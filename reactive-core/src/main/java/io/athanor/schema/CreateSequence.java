package io.athanor.schema;

import io.athanor.sql.Definition;
import io.athanor.sql.Inlined;
import io.athanor.sql.Sequence;
import io.athanor.sql.SqlWriter;
import io.athanor.types.Types;

/**
 * {@code create sequence …}.
 *
 * @param sequence the sequence
 */
public record CreateSequence(Sequence sequence) implements Definition {
    @Override
    public void render(SqlWriter out) {
        out.word("create sequence ").node(sequence.name());
        Long start = sequence.start();
        if (start != null) {
            out.word(" start with ").literal(start, Types.BIGINT);
        }
        Long increment = sequence.increment();
        if (increment != null) {
            out.word(" increment by ").literal(increment, Types.BIGINT);
        }
    }

    @Override
    public String toString() {
        return Inlined.of(this);
    }
}
