package io.athanor.benchmarks.peers.athanor;

import static io.athanor.sql.ColumnOption.notNull;
import static io.athanor.sql.ColumnOption.primaryKey;
import static io.athanor.sql.ColumnOption.references;
import static io.athanor.types.Types.BIGINT;
import static io.athanor.types.Types.INTEGER;
import static io.athanor.types.Types.TEXT;
import static io.athanor.types.Types.TIMESTAMP_WITH_TIME_ZONE;

import io.athanor.sql.Column;
import io.athanor.sql.NumberColumn;
import io.athanor.sql.Table;
import io.athanor.sql.TextColumn;
import java.time.Instant;

/** The tables of the unit of work. */
final class FamilyTables {
    static final Parents PARENT = new Parents();
    static final Children CHILD = new Children();

    private FamilyTables() {}

    static final class Parents extends Table {
        final NumberColumn<Long> id = column("id", BIGINT, primaryKey());
        final TextColumn name = column("name", TEXT, notNull());
        final Column<Instant> created = column("created", TIMESTAMP_WITH_TIME_ZONE, notNull());

        private Parents() {
            super("parent");
        }
    }

    static final class Children extends Table {
        final NumberColumn<Long> id = column("id", BIGINT, primaryKey());
        final NumberColumn<Long> parent = column("parent_id", BIGINT, notNull(), references(() -> PARENT.id));
        final TextColumn name = column("name", TEXT, notNull());
        final NumberColumn<Integer> quantity = column("quantity", INTEGER, notNull());

        private Children() {
            super("child");
        }
    }
}
