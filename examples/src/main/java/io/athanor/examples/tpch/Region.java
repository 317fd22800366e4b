package io.athanor.examples.tpch;

import static io.athanor.sql.ColumnOption.notNull;
import static io.athanor.sql.ColumnOption.primaryKey;
import static io.athanor.types.Types.BIGINT;
import static io.athanor.types.Types.varchar;

import io.athanor.sql.NumberColumn;
import io.athanor.sql.Table;
import io.athanor.sql.TextColumn;

/** The regions of the world. */
final class Region extends Table {
    final NumberColumn<Long> regionKey = column("regionkey", BIGINT, primaryKey());
    final TextColumn name = column("name", varchar(25), notNull());
    final TextColumn comment = column("comment", varchar(152), notNull());

    Region() {
        super("region");
    }
}
