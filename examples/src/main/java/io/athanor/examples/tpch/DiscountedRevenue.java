package io.athanor.examples.tpch;

import static io.athanor.examples.tpch.Tpch.LINE_ITEM;
import static io.athanor.sql.Sql.select;
import static io.athanor.sql.Sql.sum;

import io.athanor.sql.Select;
import java.math.BigDecimal;
import java.time.LocalDate;

/** TPC-H query 6: how much more a year would have brought in without small discounts. */
public record DiscountedRevenue(BigDecimal revenue) {
    private static final BigDecimal HUNDREDTH = new BigDecimal("0.01");

    /** Of items in the year from {@code start}; by default 1994, discounts around 0.06, quantities below 24. */
    public static Select<DiscountedRevenue> ofYear(LocalDate start, BigDecimal discount, BigDecimal quantity) {
        return select(sum(LINE_ITEM.extendedPrice.times(LINE_ITEM.discount)))
                .from(LINE_ITEM)
                .where(LINE_ITEM.shipDate.ge(start))
                .where(LINE_ITEM.shipDate.lt(start.plusYears(1)))
                .where(LINE_ITEM.discount.between(discount.subtract(HUNDREDTH), discount.add(HUNDREDTH)))
                .where(LINE_ITEM.quantity.lt(quantity))
                .into(DiscountedRevenue.class);
    }
}
