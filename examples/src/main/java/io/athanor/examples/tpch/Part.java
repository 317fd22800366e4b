package io.athanor.examples.tpch;

import static io.athanor.sql.ColumnOption.notNull;
import static io.athanor.sql.ColumnOption.primaryKey;
import static io.athanor.types.Types.BIGINT;
import static io.athanor.types.Types.INTEGER;
import static io.athanor.types.Types.decimal;
import static io.athanor.types.Types.varchar;

import io.athanor.sql.NumberColumn;
import io.athanor.sql.Table;
import io.athanor.sql.TextColumn;
import java.math.BigDecimal;

/** What is sold. */
final class Part extends Table {
    final NumberColumn<Long> partKey = column("partkey", BIGINT, primaryKey());
    final TextColumn name = column("name", varchar(55), notNull());
    final TextColumn manufacturer = column("mfgr", varchar(25), notNull());
    final TextColumn brand = column("brand", varchar(10), notNull());
    final TextColumn type = column("type", varchar(25), notNull());
    final NumberColumn<Integer> size = column("size", INTEGER, notNull());
    final TextColumn container = column("container", varchar(10), notNull());
    final NumberColumn<BigDecimal> retailPrice = column("retailprice", decimal(15, 2), notNull());
    final TextColumn comment = column("comment", varchar(23), notNull());

    Part() {
        super("part");
    }
}
