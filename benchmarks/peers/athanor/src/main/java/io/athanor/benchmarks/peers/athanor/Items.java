package io.athanor.benchmarks.peers.athanor;

import static io.athanor.sql.ColumnOption.notNull;
import static io.athanor.sql.ColumnOption.primaryKey;
import static io.athanor.sql.Sql.insertInto;
import static io.athanor.sql.Sql.select;
import static io.athanor.types.Types.BIGINT;
import static io.athanor.types.Types.INTEGER;
import static io.athanor.types.Types.TEXT;
import static io.athanor.types.Types.TIMESTAMP_WITH_TIME_ZONE;
import static io.athanor.types.Types.decimal;

import io.athanor.benchmarks.peers.Checks;
import io.athanor.benchmarks.peers.Item;
import io.athanor.sql.Column;
import io.athanor.sql.Insert;
import io.athanor.sql.NumberColumn;
import io.athanor.sql.Select;
import io.athanor.sql.Table;
import io.athanor.sql.TextColumn;
import java.math.BigDecimal;
import java.time.Instant;

/** One of the tables that hold items. */
final class Items extends Table {
    final NumberColumn<Long> id = column("id", BIGINT, primaryKey());
    final NumberColumn<Integer> quantity = column("quantity", INTEGER, notNull());
    final TextColumn name = column("name", TEXT, notNull());
    final Column<Instant> created = column("created", TIMESTAMP_WITH_TIME_ZONE, notNull());
    final NumberColumn<BigDecimal> price = column("price", decimal(12, 2), notNull());

    Items(String table) {
        super(table);
    }

    /** A row. */
    record ItemRow(long id, int quantity, String name, Instant created, BigDecimal price) {
        long check() {
            return Checks.item(id, quantity, name, created.getEpochSecond(), price);
        }

        long unchanged() {
            return Checks.unchanged(id, name, created.getEpochSecond(), price);
        }
    }

    Select<ItemRow> rows() {
        return select(id, quantity, name, created, price).into(ItemRow.class);
    }

    Insert insert() {
        return insertInto(this);
    }

    static Instant created(Item item) {
        return item.created().toInstant();
    }
}
