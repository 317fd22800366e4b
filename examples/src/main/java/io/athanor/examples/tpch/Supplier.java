package io.athanor.examples.tpch;

import static io.athanor.sql.ColumnOption.notNull;
import static io.athanor.sql.ColumnOption.primaryKey;
import static io.athanor.sql.ColumnOption.references;
import static io.athanor.types.Types.BIGINT;
import static io.athanor.types.Types.decimal;
import static io.athanor.types.Types.varchar;

import io.athanor.sql.NumberColumn;
import io.athanor.sql.Table;
import io.athanor.sql.TextColumn;
import java.math.BigDecimal;

/** Who supplies parts. */
final class Supplier extends Table {
    final NumberColumn<Long> supplierKey = column("suppkey", BIGINT, primaryKey());
    final TextColumn name = column("name", varchar(25), notNull());
    final TextColumn address = column("address", varchar(40), notNull());
    final NumberColumn<Long> nationKey =
            column("nationkey", BIGINT, notNull(), references(() -> Tpch.NATION.nationKey));
    final TextColumn phone = column("phone", varchar(15), notNull());
    final NumberColumn<BigDecimal> accountBalance = column("acctbal", decimal(15, 2), notNull());
    final TextColumn comment = column("comment", varchar(101), notNull());

    Supplier() {
        super("supplier");
    }
}
