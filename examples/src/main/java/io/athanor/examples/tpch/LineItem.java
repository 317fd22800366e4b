package io.athanor.examples.tpch;

import static io.athanor.sql.ColumnOption.notNull;
import static io.athanor.sql.ColumnOption.references;
import static io.athanor.sql.Constraint.foreignKey;
import static io.athanor.sql.Constraint.primaryKeyOf;
import static io.athanor.types.Types.BIGINT;
import static io.athanor.types.Types.DATE;
import static io.athanor.types.Types.INTEGER;
import static io.athanor.types.Types.decimal;
import static io.athanor.types.Types.varchar;

import io.athanor.sql.Column;
import io.athanor.sql.NumberColumn;
import io.athanor.sql.Table;
import io.athanor.sql.TextColumn;
import java.math.BigDecimal;
import java.time.LocalDate;
import java.util.List;

/** What was ordered, part by part. */
final class LineItem extends Table {
    final NumberColumn<Long> orderKey = column("orderkey", BIGINT, references(() -> Tpch.ORDERS.orderKey));
    final NumberColumn<Long> partKey = column("partkey", BIGINT, notNull());
    final NumberColumn<Long> supplierKey = column("suppkey", BIGINT, notNull());
    final NumberColumn<Integer> lineNumber = column("linenumber", INTEGER);
    final NumberColumn<BigDecimal> quantity = column("quantity", decimal(15, 2), notNull());
    final NumberColumn<BigDecimal> extendedPrice = column("extendedprice", decimal(15, 2), notNull());
    final NumberColumn<BigDecimal> discount = column("discount", decimal(15, 2), notNull());
    final NumberColumn<BigDecimal> tax = column("tax", decimal(15, 2), notNull());
    final TextColumn returnFlag = column("returnflag", varchar(1), notNull());
    final TextColumn status = column("linestatus", varchar(1), notNull());
    final Column<LocalDate> shipDate = column("shipdate", DATE, notNull());
    final Column<LocalDate> commitDate = column("commitdate", DATE, notNull());
    final Column<LocalDate> receiptDate = column("receiptdate", DATE, notNull());
    final TextColumn shipInstructions = column("shipinstruct", varchar(25), notNull());
    final TextColumn shipMode = column("shipmode", varchar(10), notNull());
    final TextColumn comment = column("comment", varchar(44), notNull());

    LineItem() {
        super("lineitem");
        constraint(primaryKeyOf(orderKey, lineNumber));
        constraint(foreignKey(partKey, supplierKey)
                .references(() -> List.of(Tpch.PART_SUPPLIER.partKey, Tpch.PART_SUPPLIER.supplierKey)));
    }
}
