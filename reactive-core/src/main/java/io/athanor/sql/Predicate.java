package io.athanor.sql;

import io.athanor.types.SqlType;
import io.athanor.types.Types;
import java.util.List;

/** A condition: true, false or, where NULL is involved, unknown. */
public sealed interface Predicate extends Expression<Boolean>
        permits Op.Bool, Junction, InList, InQuery, Exists, Condition, TupleComparison, TupleInList {
    /** {@code this and other}. */
    default Predicate and(Predicate other) {
        return Junction.of(true, List.of(this, other));
    }

    /** {@code this or other}. */
    default Predicate or(Predicate other) {
        return Junction.of(false, List.of(this, other));
    }

    /** {@code not this}. */
    default Predicate not() {
        return Op.predicate(Operators.NOT, this);
    }

    /** {@code this is true}: false where this is unknown. */
    default Predicate isTrue() {
        return Op.predicate(Operators.IS_TRUE, this);
    }

    /** {@code this is false}: false where this is unknown. */
    default Predicate isFalse() {
        return Op.predicate(Operators.IS_FALSE, this);
    }

    @Override
    default SqlType<Boolean> type() {
        return Types.BOOLEAN;
    }
}
