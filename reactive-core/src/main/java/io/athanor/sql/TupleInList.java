package io.athanor.sql;

import java.util.List;

/**
 * {@code (a, b) in ((1, 2), (3, 4))}.
 *
 * @param left what is looked for
 * @param values what it is looked among
 * @param negated whether it is NOT IN
 */
public record TupleInList(Tuple left, List<Tuple> values, boolean negated) implements Predicate {
    /** The values column by column. */
    public ValueColumns byColumn() {
        return new ValueColumns(
                left.parts().stream().map(Expression::type).toList(),
                values.stream().map(Tuple::parts).toList());
    }

    @Override
    public Precedence precedence() {
        return Precedence.COMPARISON;
    }

    @Override
    public void render(SqlWriter out) {
        if (values.isEmpty()) {
            out.word(negated ? "1 = 1" : "1 = 0");
        } else {
            out.node(left)
                    .word(negated ? " not in (" : " in (")
                    .list(values, ", ")
                    .word(")");
        }
    }

    @Override
    public String toString() {
        return Inlined.of(this);
    }
}
