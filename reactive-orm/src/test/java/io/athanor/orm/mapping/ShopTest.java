package io.athanor.orm.mapping;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import io.athanor.ConfigurationException;
import io.athanor.compile.Ddl;
import io.athanor.dialect.H2Dialect;
import io.athanor.orm.mapping.Shop.Account;
import io.athanor.orm.mapping.Shop.Customer;
import io.athanor.orm.mapping.Shop.Line;
import io.athanor.orm.mapping.Shop.LineId;
import io.athanor.orm.mapping.Shop.Money;
import io.athanor.orm.mapping.Shop.Order;
import io.athanor.orm.mapping.Shop.Shelf;
import io.athanor.orm.mapping.Shop.ShelfId;
import io.athanor.orm.mapping.Shop.Stock;
import io.athanor.orm.mapping.Shop.StockId;
import java.math.BigDecimal;
import java.util.List;
import org.junit.jupiter.api.Test;

class ShopTest {
    private static final Object UNREAD = new Object();

    private static final EntityMapping<Customer> CUSTOMER = Shop.MODEL.mapping(Customer.class);

    @Test
    void shouldMakeTheSchemaOfAnnotatedClasses() {
        assertThat(Ddl.script(Shop.MODEL.metaData().createAll(), new H2Dialect()))
                .isEqualTo(
                        """
                        create sequence "shop_ids" increment by 20;
                        create table "customer" (
                            "id" bigint not null,
                            "created_at" timestamp with time zone,
                            "street" varchar(255),
                            "city" varchar(255),
                            "latitude" double precision,
                            "longitude" double precision,
                            "work_street" varchar(50),
                            "work_city" varchar(255),
                            "work_latitude" double precision,
                            "work_longitude" double precision,
                            "amount" decfloat,
                            "currency" varchar(255),
                            "colour" varchar(255),
                            "active" varchar(1) not null,
                            constraint "pk_customer" primary key ("id")
                        );
                        create table "account" (
                            "holder_id" bigint not null,
                            "closed" boolean not null,
                            constraint "pk_account" primary key ("holder_id"),
                            constraint "fk_account_holder_id_customer" foreign key ("holder_id") references "customer" ("id")
                        );
                        create table "orders" (
                            "id" uuid not null,
                            constraint "pk_orders" primary key ("id")
                        );
                        create table "shelf" (
                            "hall" integer not null,
                            "place" integer not null,
                            constraint "pk_shelf" primary key ("hall", "place")
                        );
                        create table "line" (
                            "number" integer not null,
                            "part" varchar(255) not null,
                            "hall" integer,
                            "place" integer,
                            "order_id" uuid not null,
                            constraint "pk_line" primary key ("number", "part"),
                            constraint "fk_line_hall_place_shelf" foreign key ("hall", "place") references "shelf" ("hall", "place"),
                            constraint "fk_line_order_id_orders" foreign key ("order_id") references "orders" ("id")
                        );
                        create table "stock" (
                            "shelf_hall" integer not null,
                            "shelf_place" integer not null,
                            "part" varchar(255) not null,
                            constraint "pk_stock" primary key ("shelf_hall", "shelf_place", "part"),
                            constraint "fk_stock_shelf_hall_shelf_place_shelf" foreign key ("shelf_hall", "shelf_place") references "shelf" ("hall", "place")
                        );
                        """);
    }

    private static Object[] row(EntityMapping<?> mapping) {
        return new Object[mapping.columns().size()];
    }

    private static Object[] with(Object[] row, EntityMapping<?> mapping, String path, Object value) {
        row[mapping.column(path).index()] = value;
        return row;
    }

    @Test
    void shouldLeaveAnEmbeddedObjectNullIfAllItsColumnsAre() {
        Customer customer = new Customer();
        customer.work = new Shop.Address();
        Object[] row = with(row(CUSTOMER), CUSTOMER, "active", true);

        CUSTOMER.write(customer, row, UNREAD);

        assertThat(customer.home).isNull();
        assertThat(customer.work).isNull();
        assertThat(customer.credit).isNull();
    }

    @Test
    void shouldMakeNestedEmbeddedObjects() {
        Customer customer = new Customer();
        Object[] row = with(row(CUSTOMER), CUSTOMER, "active", true);

        CUSTOMER.write(customer, with(row, CUSTOMER, "home.geo.latitude", 46.9), UNREAD);

        assertThat(CUSTOMER.column("home.geo.latitude").get(customer)).isEqualTo(46.9);
        assertThat(CUSTOMER.column("home.geo.longitude").get(customer)).isNull();
        assertThat(CUSTOMER.column("work.geo.latitude").get(customer)).isNull();
    }

    @Test
    void shouldMakeARecordOfAllItsComponentsAtOnce() {
        Customer customer = new Customer();
        Object[] row = with(row(CUSTOMER), CUSTOMER, "active", true);
        with(row, CUSTOMER, "credit.amount", BigDecimal.TEN);
        with(row, CUSTOMER, "credit.currency", "CHF");

        CUSTOMER.write(customer, row, UNREAD);

        assertThat(customer.credit).isEqualTo(new Money(BigDecimal.TEN, "CHF"));
    }

    @Test
    void shouldReplaceARecordWhenOneColumnIsWritten() {
        Customer customer = new Customer();
        customer.credit = new Money(BigDecimal.TEN, "CHF");

        CUSTOMER.column("credit.currency").set(customer, "EUR");

        assertThat(customer.credit).isEqualTo(new Money(BigDecimal.TEN, "EUR"));
    }

    @Test
    void shouldLeaveAloneWhatWasNotRead() {
        Customer customer = new Customer();
        customer.credit = new Money(BigDecimal.TEN, "CHF");
        Object[] row = row(CUSTOMER);
        java.util.Arrays.fill(row, UNREAD);

        CUSTOMER.write(customer, with(row, CUSTOMER, "credit.amount", BigDecimal.ONE), UNREAD);

        assertThat(customer.credit).isEqualTo(new Money(BigDecimal.ONE, "CHF"));
    }

    @Test
    void shouldTakeTheTypeOfAGenericIdFromTheSubclass() {
        assertThat(CUSTOMER.column("id").column().type().javaType()).isEqualTo(Long.class);
        assertThat(CUSTOMER.column("id").generation()).isInstanceOf(Generation.BySequence.class);
    }

    @Test
    void shouldReadAndWriteByAccessors() {
        EntityMapping<Account> mapping = Shop.MODEL.mapping(Account.class);
        Account account = mapping.newInstance();

        mapping.column("closed").set(account, true);

        assertThat(account.isClosed()).isTrue();
        assertThat(mapping.column("closed").get(account)).isEqualTo(true);
    }

    @Test
    void shouldShareTheKeyOfTheEntityReferredTo() {
        EntityMapping<Account> mapping = Shop.MODEL.mapping(Account.class);
        Account account = mapping.newInstance();
        Customer holder = new Customer();
        account.setHolder(holder);

        assertThat(mapping.key(account)).isNull();
        CUSTOMER.column("id").set(holder, 5L);

        assertThat(mapping.key(account)).isEqualTo(List.of(5L));
        assertThat(mapping.column("number").reference()).isEqualTo(mapping.relationship("holder"));
    }

    @Test
    void shouldTakeIdsApart() {
        assertThat(Shop.MODEL.mapping(Line.class).keyOf(new LineId(1, "nut"))).isEqualTo(List.of(1, "nut"));
        assertThat(Shop.MODEL.mapping(Shelf.class).keyOf(new ShelfId(2, 3))).isEqualTo(List.of(2, 3));
        assertThat(Shop.MODEL.mapping(Stock.class).keyOf(new StockId(new ShelfId(2, 3), "nut")))
                .isEqualTo(List.of(2, 3, "nut"));
        assertThat(CUSTOMER.keyOf(7L)).isEqualTo(List.of(7L));
    }

    @Test
    void shouldRefuseAnIdOfAnotherClass() {
        assertThatThrownBy(() -> CUSTOMER.keyOf(7))
                .isInstanceOf(ConfigurationException.class)
                .hasMessageContaining("java.lang.Long")
                .hasMessageContaining("java.lang.Integer");
    }

    @Test
    void shouldKnowAForeignKeyThatOnlyACollectionHas() {
        RelationshipMapping lines = Shop.MODEL.mapping(Order.class).relationship("lines");

        assertThat(lines.inverse()).isNull();
        assertThat(lines.foreignKey()).hasToString("[line.order_id]");
        assertThat(Shop.MODEL.mapping(Line.class).column("Order.lines").get(new Line()))
                .isNull();
    }
}
