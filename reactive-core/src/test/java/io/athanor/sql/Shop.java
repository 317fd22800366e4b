package io.athanor.sql;

import static io.athanor.sql.ColumnOption.defaultValue;
import static io.athanor.sql.ColumnOption.identity;
import static io.athanor.sql.ColumnOption.notNull;
import static io.athanor.sql.ColumnOption.onUpdate;
import static io.athanor.sql.ColumnOption.primaryKey;
import static io.athanor.sql.ColumnOption.references;
import static io.athanor.sql.ColumnOption.serverDefault;
import static io.athanor.types.Types.BIGINT;
import static io.athanor.types.Types.BOOLEAN;
import static io.athanor.types.Types.DOUBLE;
import static io.athanor.types.Types.INTEGER;
import static io.athanor.types.Types.SMALLINT;
import static io.athanor.types.Types.TIMESTAMP;
import static io.athanor.types.Types.decimal;
import static io.athanor.types.Types.enumerated;
import static io.athanor.types.Types.varchar;

import java.math.BigDecimal;
import java.time.LocalDateTime;
import java.util.concurrent.atomic.AtomicInteger;

/** The tables of the tests of the language. */
final class Shop {
    static final Users USERS = new Users("users");
    static final Orders ORDERS = new Orders();
    static final Stock STOCK = new Stock();
    static final Notes NOTES = new Notes();
    static final Numbers NUMBERS = new Numbers();

    private Shop() {}

    enum Status {
        OPEN,
        PAID
    }

    /** Its alias keeps the typed columns. */
    static final class Users extends Table {
        final NumberColumn<Long> id = column("id", BIGINT, primaryKey(), identity());
        final TextColumn name = column("name", varchar(50), notNull());
        final NumberColumn<Integer> age = column("age", INTEGER);
        final Column<Boolean> active = column("active", BOOLEAN, notNull());
        final NumberColumn<Long> managerId = column("manager_id", BIGINT, references(() -> Shop.USERS.id));

        Users(String alias) {
            super("users", alias);
        }

        @Override
        public Users as(String alias) {
            return new Users(alias);
        }
    }

    static final class Orders extends Table {
        final NumberColumn<Long> id = column("id", BIGINT, primaryKey(), identity());
        final NumberColumn<Long> userId = column("user_id", BIGINT, notNull(), references(USERS.id));
        final NumberColumn<BigDecimal> amount = column("amount", decimal(10, 2), notNull());
        final Column<Status> status = column("status", enumerated(Status.class), notNull());
        final Column<LocalDateTime> placedAt = column("placed_at", TIMESTAMP, notNull());

        Orders() {
            super("orders");
        }
    }

    static final class Stock extends Table {
        final TextColumn sku = column("sku", varchar(20), primaryKey());
        final NumberColumn<Integer> quantity = column("quantity", INTEGER, notNull());
        final TextColumn place = column("place", varchar(20));

        Stock() {
            super("stock");
        }
    }

    /** Has every kind of default. */
    static final class Notes extends Table {
        static final AtomicInteger TICKET = new AtomicInteger();

        final NumberColumn<Long> id = column("id", BIGINT, primaryKey(), identity());
        final TextColumn text = column("text", varchar(50));
        final TextColumn kind = column("kind", varchar(20), defaultValue("plain"));
        final NumberColumn<Integer> ticket = column("ticket", INTEGER, defaultValue(TICKET::incrementAndGet));
        final NumberColumn<Integer> edits =
                column("edits", INTEGER, defaultValue(Sql.literal(0, INTEGER)), onUpdate(() -> 99));
        final TextColumn origin = column("origin", varchar(20), serverDefault("server"));

        Notes() {
            super("notes");
        }
    }

    static final class Numbers extends Table {
        final NumberColumn<Short> small = column("small", SMALLINT);
        final NumberColumn<Integer> whole = column("whole", INTEGER);
        final NumberColumn<Long> large = column("large", BIGINT);
        final NumberColumn<BigDecimal> exact = column("exact", decimal(12, 3));
        final NumberColumn<Double> rough = column("rough", DOUBLE);

        Numbers() {
            super("numbers");
        }
    }
}
