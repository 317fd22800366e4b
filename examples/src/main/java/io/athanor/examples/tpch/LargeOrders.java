package io.athanor.examples.tpch;

import static io.athanor.examples.tpch.Tpch.CUSTOMER;
import static io.athanor.examples.tpch.Tpch.LINE_ITEM;
import static io.athanor.examples.tpch.Tpch.ORDERS;
import static io.athanor.sql.Sql.select;
import static io.athanor.sql.Sql.sum;

import io.athanor.sql.Select;
import java.math.BigDecimal;
import java.time.LocalDate;

/** TPC-H query 18: who placed the largest orders. */
public record LargeOrders(
        String customer, long customerKey, long order, LocalDate date, BigDecimal price, BigDecimal quantity) {

    /** The first hundred orders of more than {@code quantity} pieces; by default 300. */
    public static Select<LargeOrders> above(BigDecimal quantity) {
        return select(
                        CUSTOMER.name,
                        CUSTOMER.customerKey,
                        ORDERS.orderKey,
                        ORDERS.orderDate,
                        ORDERS.totalPrice,
                        sum(LINE_ITEM.quantity))
                .from(CUSTOMER)
                .join(ORDERS)
                .join(LINE_ITEM)
                .where(ORDERS.orderKey.in(select(LINE_ITEM.orderKey)
                        .from(LINE_ITEM)
                        .groupBy(LINE_ITEM.orderKey)
                        .having(sum(LINE_ITEM.quantity).gt(quantity))))
                .groupBy(CUSTOMER.name, CUSTOMER.customerKey, ORDERS.orderKey, ORDERS.orderDate, ORDERS.totalPrice)
                .orderBy(ORDERS.totalPrice.desc(), ORDERS.orderDate.asc())
                .limit(100)
                .into(LargeOrders.class);
    }
}
