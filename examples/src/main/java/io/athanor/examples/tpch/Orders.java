package io.athanor.examples.tpch;

import static io.athanor.sql.ColumnOption.notNull;
import static io.athanor.sql.ColumnOption.primaryKey;
import static io.athanor.sql.ColumnOption.references;
import static io.athanor.types.Types.BIGINT;
import static io.athanor.types.Types.DATE;
import static io.athanor.types.Types.INTEGER;
import static io.athanor.types.Types.decimal;
import static io.athanor.types.Types.varchar;

import io.athanor.sql.Column;
import io.athanor.sql.Index;
import io.athanor.sql.NumberColumn;
import io.athanor.sql.Table;
import io.athanor.sql.TextColumn;
import java.math.BigDecimal;
import java.time.LocalDate;

/** What was ordered, as a whole. */
final class Orders extends Table {
    final NumberColumn<Long> orderKey = column("orderkey", BIGINT, primaryKey());
    final NumberColumn<Long> customerKey =
            column("custkey", BIGINT, notNull(), references(() -> Tpch.CUSTOMER.customerKey));
    final TextColumn status = column("orderstatus", varchar(1), notNull());
    final NumberColumn<BigDecimal> totalPrice = column("totalprice", decimal(15, 2), notNull());
    final Column<LocalDate> orderDate = column("orderdate", DATE, notNull());
    final TextColumn priority = column("orderpriority", varchar(15), notNull());
    final TextColumn clerk = column("clerk", varchar(15), notNull());
    final NumberColumn<Integer> shipPriority = column("shippriority", INTEGER, notNull());
    final TextColumn comment = column("comment", varchar(79), notNull());

    Orders() {
        super("orders");
        index(Index.on(customerKey));
    }
}
