package io.athanor.examples.tpch;

import static io.athanor.sql.ColumnOption.notNull;
import static io.athanor.sql.ColumnOption.primaryKey;
import static io.athanor.sql.ColumnOption.references;
import static io.athanor.types.Types.BIGINT;
import static io.athanor.types.Types.varchar;

import io.athanor.sql.NumberColumn;
import io.athanor.sql.Table;
import io.athanor.sql.TextColumn;

/** Nations, each in a region. */
final class Nation extends Table {
    final NumberColumn<Long> nationKey = column("nationkey", BIGINT, primaryKey());
    final TextColumn name = column("name", varchar(25), notNull());
    final NumberColumn<Long> regionKey =
            column("regionkey", BIGINT, notNull(), references(() -> Tpch.REGION.regionKey));
    final TextColumn comment = column("comment", varchar(152), notNull());

    Nation() {
        super("nation");
    }
}
