package io.athanor.examples.tpch;

import static io.athanor.sql.ColumnOption.notNull;
import static io.athanor.sql.ColumnOption.references;
import static io.athanor.sql.Constraint.primaryKeyOf;
import static io.athanor.types.Types.BIGINT;
import static io.athanor.types.Types.INTEGER;
import static io.athanor.types.Types.decimal;
import static io.athanor.types.Types.varchar;

import io.athanor.sql.NumberColumn;
import io.athanor.sql.Table;
import io.athanor.sql.TextColumn;
import java.math.BigDecimal;

/** Which supplier has which part, and at what cost. */
final class PartSupplier extends Table {
    final NumberColumn<Long> partKey = column("partkey", BIGINT, references(() -> Tpch.PART.partKey));
    final NumberColumn<Long> supplierKey = column("suppkey", BIGINT, references(() -> Tpch.SUPPLIER.supplierKey));
    final NumberColumn<Integer> availableQuantity = column("availqty", INTEGER, notNull());
    final NumberColumn<BigDecimal> supplyCost = column("supplycost", decimal(15, 2), notNull());
    final TextColumn comment = column("comment", varchar(199), notNull());

    PartSupplier() {
        super("partsupp");
        constraint(primaryKeyOf(partKey, supplierKey));
    }
}
