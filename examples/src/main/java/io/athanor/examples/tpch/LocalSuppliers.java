package io.athanor.examples.tpch;

import static io.athanor.examples.tpch.Tpch.CUSTOMER;
import static io.athanor.examples.tpch.Tpch.LINE_ITEM;
import static io.athanor.examples.tpch.Tpch.NATION;
import static io.athanor.examples.tpch.Tpch.ORDERS;
import static io.athanor.examples.tpch.Tpch.REGION;
import static io.athanor.examples.tpch.Tpch.SUPPLIER;
import static io.athanor.sql.Sql.select;
import static io.athanor.sql.Sql.sum;

import io.athanor.sql.Label;
import io.athanor.sql.Select;
import java.math.BigDecimal;
import java.time.LocalDate;

/** TPC-H query 5: revenue from customers whose supplier is of their own nation. */
public record LocalSuppliers(String nation, BigDecimal revenue) {

    /** The nations of a region in the year from {@code start}; by default ASIA in 1994. */
    public static Select<LocalSuppliers> in(String region, LocalDate start) {
        Label.Num<BigDecimal> revenue = sum(Revenue.of(LINE_ITEM)).as("revenue");
        return select(NATION.name, revenue)
                .from(CUSTOMER)
                .join(ORDERS)
                .join(LINE_ITEM)
                .join(
                        SUPPLIER,
                        SUPPLIER.supplierKey.eq(LINE_ITEM.supplierKey).and(SUPPLIER.nationKey.eq(CUSTOMER.nationKey)))
                .join(NATION, NATION.nationKey.eq(SUPPLIER.nationKey))
                .join(REGION)
                .where(REGION.name.eq(region))
                .where(ORDERS.orderDate.ge(start))
                .where(ORDERS.orderDate.lt(start.plusYears(1)))
                .groupBy(NATION.name)
                .orderBy(revenue.desc())
                .into(LocalSuppliers.class);
    }
}
