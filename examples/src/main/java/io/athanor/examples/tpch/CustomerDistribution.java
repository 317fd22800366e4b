package io.athanor.examples.tpch;

import static io.athanor.examples.tpch.Tpch.CUSTOMER;
import static io.athanor.examples.tpch.Tpch.ORDERS;
import static io.athanor.sql.Sql.count;
import static io.athanor.sql.Sql.select;

import io.athanor.sql.Label;
import io.athanor.sql.Row;
import io.athanor.sql.Select;
import io.athanor.sql.Source;

/** TPC-H query 13: how many customers made how many orders, those who made none included. */
public record CustomerDistribution(long orders, long customers) {

    /** Without orders whose comment matches {@code comment}; by default {@code %special%requests%}. */
    public static Select<CustomerDistribution> without(String comment) {
        Label.Num<Long> orders = count(ORDERS.orderKey).as("orders");
        Source<Row> perCustomer = select(CUSTOMER.customerKey, orders)
                .from(CUSTOMER)
                .leftJoin(ORDERS, ORDERS.customerKey.eq(CUSTOMER.customerKey).and(ORDERS.comment.notLike(comment)))
                .groupBy(CUSTOMER.customerKey)
                .as("per_customer");

        Label.Num<Long> customers = count().as("customers");
        return select(perCustomer.get(orders), customers)
                .from(perCustomer)
                .groupBy(perCustomer.get(orders))
                .orderBy(customers.desc(), perCustomer.get(orders).desc())
                .into(CustomerDistribution.class);
    }
}
