package io.athanor.shop;

import static io.athanor.sql.ColumnOption.identity;
import static io.athanor.sql.ColumnOption.notNull;
import static io.athanor.sql.ColumnOption.primaryKey;
import static io.athanor.sql.ColumnOption.references;
import static io.athanor.types.Types.BIGINT;
import static io.athanor.types.Types.INTEGER;
import static io.athanor.types.Types.TIMESTAMP_WITH_TIME_ZONE;
import static io.athanor.types.Types.decimal;
import static io.athanor.types.Types.enumerated;
import static io.athanor.types.Types.varchar;

import io.athanor.sql.Column;
import io.athanor.sql.NumberColumn;
import io.athanor.sql.Table;
import io.athanor.sql.TextColumn;
import java.math.BigDecimal;
import java.time.Instant;

/** Tables as users declare them, outside of the language's own package. */
public final class Tables {
    /** The one table of users. */
    public static final Users USERS = new Users();

    /** The one table of orders. */
    public static final Orders ORDERS = new Orders();

    private Tables() {}

    /** Where an order stands. */
    public enum Status {
        OPEN,
        PAID
    }

    /** Refers to itself. */
    public static final class Users extends Table {
        public final NumberColumn<Long> id = column("id", BIGINT, primaryKey(), identity());
        public final TextColumn name = column("name", varchar(50), notNull());
        public final NumberColumn<Integer> age = column("age", INTEGER);
        public final NumberColumn<Long> managerId = column("manager_id", BIGINT, references(() -> Tables.USERS.id));

        Users() {
            super("users");
        }
    }

    /** Refers to users. */
    public static final class Orders extends Table {
        public final NumberColumn<Long> id = column("id", BIGINT, primaryKey(), identity());
        public final NumberColumn<Long> userId = column("user_id", BIGINT, notNull(), references(USERS.id));
        public final NumberColumn<BigDecimal> amount = column("amount", decimal(10, 2), notNull());
        public final Column<Status> status = column("status", enumerated(Status.class), notNull());
        public final Column<Instant> placedAt = column("placed_at", TIMESTAMP_WITH_TIME_ZONE, notNull());

        Orders() {
            super("orders");
        }
    }
}
