package io.athanor.examples.tpch;

import static io.athanor.sql.Sql.value;

import io.athanor.sql.NumberExpression;
import java.math.BigDecimal;

/** What a line item brought in. */
final class Revenue {
    private Revenue() {}

    /** {@code extendedprice * (1 - discount)}. */
    static NumberExpression<BigDecimal> of(LineItem item) {
        return item.extendedPrice.times(value(BigDecimal.ONE).minus(item.discount));
    }
}
