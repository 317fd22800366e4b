package io.athanor.sql;

import io.athanor.types.SqlType;
import java.util.ArrayList;
import java.util.Collection;
import java.util.List;

/**
 * {@code left in (…)} or {@code not in}. A dialect that takes arrays writes {@code left = any (?)} instead.
 *
 * @param left what is looked for
 * @param values the values looked among, all of {@code left}'s type
 * @param negated whether it is NOT IN
 */
public record InList(Expression<?> left, List<Param<?>> values, boolean negated) implements Predicate {
    static <T> InList of(Expression<T> left, Collection<? extends T> values, boolean negated) {
        SqlType<T> type = left.type();
        List<Param<?>> params = new ArrayList<>(values.size());
        for (T value : values) {
            params.add(Param.of(value, type));
        }
        return new InList(left, List.copyOf(params), negated);
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
            out.rightOperand(left, Precedence.COMPARISON)
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
