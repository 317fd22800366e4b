package io.athanor.examples.tpch;

import static io.athanor.examples.tpch.Tpch.LINE_ITEM;
import static io.athanor.examples.tpch.Tpch.ORDERS;
import static io.athanor.sql.Sql.count;
import static io.athanor.sql.Sql.exists;
import static io.athanor.sql.Sql.select;

import io.athanor.sql.Select;
import java.time.LocalDate;

/** TPC-H query 4: how many orders of a quarter had a part that came late, by priority. */
public record LateOrders(String priority, long orders) {

    /** The late orders of the three months from {@code start}; by default 1993-07-01. */
    public static Select<LateOrders> ofQuarter(LocalDate start) {
        return select(ORDERS.priority, count())
                .from(ORDERS)
                .where(ORDERS.orderDate.ge(start))
                .where(ORDERS.orderDate.lt(start.plusMonths(3)))
                .where(exists(select(LINE_ITEM)
                        .where(LINE_ITEM.orderKey.eq(ORDERS.orderKey))
                        .where(LINE_ITEM.commitDate.lt(LINE_ITEM.receiptDate))))
                .groupBy(ORDERS.priority)
                .orderBy(ORDERS.priority.asc())
                .into(LateOrders.class);
    }
}
