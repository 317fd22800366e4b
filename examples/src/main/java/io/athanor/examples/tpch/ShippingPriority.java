package io.athanor.examples.tpch;

import static io.athanor.examples.tpch.Tpch.CUSTOMER;
import static io.athanor.examples.tpch.Tpch.LINE_ITEM;
import static io.athanor.examples.tpch.Tpch.ORDERS;
import static io.athanor.sql.Sql.select;
import static io.athanor.sql.Sql.sum;

import io.athanor.sql.Label;
import io.athanor.sql.Select;
import java.math.BigDecimal;
import java.time.LocalDate;

/** TPC-H query 3: the orders not yet shipped that bring in most. */
public record ShippingPriority(long order, BigDecimal revenue, LocalDate date, int priority) {

    /** The first ten orders of a market segment that were open on {@code day}; by default BUILDING on 1995-03-15. */
    public static Select<ShippingPriority> open(String segment, LocalDate day) {
        Label.Num<BigDecimal> revenue = sum(Revenue.of(LINE_ITEM)).as("revenue");
        return select(LINE_ITEM.orderKey, revenue, ORDERS.orderDate, ORDERS.shipPriority)
                .from(CUSTOMER)
                .join(ORDERS)
                .join(LINE_ITEM)
                .where(CUSTOMER.marketSegment.eq(segment))
                .where(ORDERS.orderDate.lt(day))
                .where(LINE_ITEM.shipDate.gt(day))
                .groupBy(LINE_ITEM.orderKey, ORDERS.orderDate, ORDERS.shipPriority)
                .orderBy(revenue.desc(), ORDERS.orderDate.asc())
                .limit(10)
                .into(ShippingPriority.class);
    }
}
