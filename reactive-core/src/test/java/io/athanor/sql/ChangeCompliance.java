package io.athanor.sql;

import static io.athanor.sql.LanguageCompliance.lists;
import static io.athanor.sql.LanguageCompliance.row;
import static io.athanor.sql.Shop.NOTES;
import static io.athanor.sql.Shop.ORDERS;
import static io.athanor.sql.Shop.STOCK;
import static io.athanor.sql.Shop.USERS;
import static io.athanor.sql.Sql.column;
import static io.athanor.sql.Sql.count;
import static io.athanor.sql.Sql.cte;
import static io.athanor.sql.Sql.deleteFrom;
import static io.athanor.sql.Sql.excluded;
import static io.athanor.sql.Sql.insertInto;
import static io.athanor.sql.Sql.literal;
import static io.athanor.sql.Sql.or;
import static io.athanor.sql.Sql.scalar;
import static io.athanor.sql.Sql.select;
import static io.athanor.sql.Sql.sql;
import static io.athanor.sql.Sql.update;
import static io.athanor.sql.Sql.upper;
import static io.athanor.sql.Sql.value;
import static io.athanor.types.Types.BIGINT;
import static io.athanor.types.Types.BOOLEAN;
import static io.athanor.types.Types.INTEGER;
import static io.athanor.types.Types.TEXT;
import static org.assertj.core.api.Assertions.assertThat;

import io.athanor.dialect.Feature;
import java.math.BigDecimal;
import java.util.List;
import org.junit.jupiter.api.Test;

/** INSERT, UPDATE and DELETE, what they return, and raw SQL. */
interface ChangeCompliance extends LanguageCompliance {
    @Test
    default void shouldInsertRows() {
        assertChanges(
                2,
                insertInto(STOCK)
                        .values(STOCK.sku.to("c"), STOCK.quantity.to(3), STOCK.place.to("x"))
                        .values(STOCK.quantity.to(value(2).plus(2)), STOCK.sku.to(upper(value("d")))));

        assertRows(
                lists(select(STOCK.sku, STOCK.quantity, STOCK.place)
                        .where(STOCK.sku.notIn("a", "b"))
                        .orderBy(STOCK.quantity.asc())),
                row("c", 3, "x"),
                row("D", 4, null));
    }

    @Test
    default void shouldInsertDefaults() {
        int ticket = Shop.Notes.TICKET.get();

        assertChanges(1, insertInto(NOTES).defaultValues());
        assertChanges(
                2,
                insertInto(NOTES)
                        .values(NOTES.text.to("x"), NOTES.kind.to("own"))
                        .values(NOTES.origin.to("client")));

        Select<Row> all = select(NOTES.text, NOTES.kind, NOTES.ticket, NOTES.edits, NOTES.origin)
                .orderBy(NOTES.id.asc());
        assertRows(
                lists(all),
                row(null, "plain", ticket + 1, 0, "server"),
                row("x", "own", ticket + 2, 0, "server"),
                row(null, "plain", ticket + 3, 0, "client"));
    }

    @Test
    default void shouldInsertWhatAQuerySelects() {
        Select<Row> orders =
                select(USERS.name, ORDERS.status.cast(TEXT)).from(USERS).join(ORDERS);

        assertChanges(3, insertInto(NOTES).columns(NOTES.text, NOTES.origin).select(orders));
        assertChanges(
                2,
                insertInto(NOTES)
                        .columns(NOTES.text)
                        .select(select(USERS.name)
                                .where(USERS.id.eq(3L))
                                .union(select(USERS.name).where(USERS.id.eq(4L)))));

        assertRows(
                lists(select(NOTES.kind, NOTES.edits, count()).groupBy(NOTES.kind, NOTES.edits)), row("plain", 0, 5L));
        assertRows(select(NOTES.text).where(NOTES.origin.eq("server")).orderBy(NOTES.text.asc()), "Cid", "Dora");
    }

    @Test
    default void shouldInsertWithCommonTableExpressions() {
        Cte<Long> buyers = cte("buyers", select(ORDERS.userId).distinct());
        Cte<Long> ids = cte("ids", select(USERS.id));

        assertChanges(
                2,
                insertInto(NOTES)
                        .with(buyers)
                        .columns(NOTES.text)
                        .select(select(USERS.name)
                                .with(ids)
                                .from(USERS)
                                .join(buyers, buyers.get(ORDERS.userId).eq(USERS.id))
                                .where(USERS.id.in(select(ids.get(USERS.id)).from(ids)))));

        assertRows(select(NOTES.text).orderBy(NOTES.text.asc()), "Ann", "Bob");
    }

    @Test
    default void shouldUpdate() {
        assertChanges(
                1,
                update(USERS)
                        .set(USERS.age.to(USERS.age.plus(1)), USERS.managerId.to((Long) null))
                        .where(USERS.id.eq(2L)));
        assertChanges(2, update(STOCK).set(STOCK.place.to("all")));
        assertChanges(0, update(STOCK).set(STOCK.place.to("none")).where(or()));

        assertRows(select(STOCK.place).distinct(), "all");
        assertRows(lists(select(USERS.age, USERS.managerId).where(USERS.id.eq(2L))), row(18, null));
    }

    @Test
    default void shouldUpdateWhatIsSetOnEachUpdate() {
        database().execute(insertInto(NOTES).values(NOTES.text.to("x")));

        assertChanges(1, update(NOTES).set(NOTES.text.to("y")));
        assertRows(lists(select(NOTES.text, NOTES.edits)), row("y", 99));
        assertChanges(1, update(NOTES).set(NOTES.edits.to(5)));
        assertRows(select(NOTES.edits), 5);
    }

    @Test
    default void shouldUpdateFromOtherSources() {
        Source<Row> totals = select(ORDERS.userId, count().as("orders"))
                .groupBy(ORDERS.userId)
                .as("totals");
        Label.Num<Long> orders = count().as("orders");

        assertChanges(
                2,
                update(USERS)
                        .set(USERS.age.to(totals.get(orders).cast(INTEGER).plus(100)))
                        .from(totals)
                        .where(totals.get(ORDERS.userId).eq(USERS.id)));
        assertRows(select(USERS.age).where(USERS.id.le(2L)).orderBy(USERS.id.asc()), 102, 101);
        changes(
                Feature.UPDATE_FROM_MANY,
                1,
                update(STOCK)
                        .set(STOCK.quantity.to(0))
                        .from(USERS, ORDERS)
                        .where(ORDERS.userId
                                .eq(USERS.id)
                                .and(USERS.name.eq("Bob"))
                                .and(STOCK.sku.eq("a"))));
    }

    @Test
    default void shouldUpdateByCorrelatedQueries() {
        assertChanges(
                4,
                update(USERS)
                        .set(USERS.age.to(scalar(select(count()).from(ORDERS).where(ORDERS.userId.eq(USERS.id)))
                                .cast(INTEGER))));

        assertRows(select(USERS.age).orderBy(USERS.id.asc()), 2, 1, 0, 0);
    }

    @Test
    default void shouldUpdateAnAlias() {
        Shop.Users u = USERS.as("u");

        assertChanges(1, update(u).set(u.age.to(u.id.cast(INTEGER))).where(u.name.eq("Dora")));
        assertChanges(1, deleteFrom(u).where(u.age.eq(4)));

        assertRows(select(count()).from(USERS), 3L);
    }

    @Test
    default void shouldDelete() {
        assertChanges(1, deleteFrom(STOCK).where(STOCK.sku.eq("a")));
        assertChanges(
                2, deleteFrom(ORDERS).where(ORDERS.userId.in(select(USERS.id).where(USERS.age.gt(18)))));
        assertChanges(
                1,
                deleteFrom(ORDERS).using(USERS).where(USERS.id.eq(ORDERS.userId).and(USERS.name.eq("Bob"))));
        assertChanges(1, deleteFrom(STOCK));

        assertRows(select(count()).from(ORDERS), 0L);
    }

    @Test
    default void shouldChangeWithCommonTableExpressions() {
        Cte<Long> old = cte("old", select(USERS.id).where(USERS.age.gt(60)));
        Predicate isOld = USERS.id.in(select(old.get(USERS.id)).from(old));

        changes(
                Feature.WITH_BEFORE_CHANGE,
                1,
                update(USERS).with(old).set(USERS.active.to(false)).where(isOld));
        changes(Feature.WITH_BEFORE_CHANGE, 1, deleteFrom(USERS).with(old).where(isOld));
        changes(
                Feature.WITH_BEFORE_CHANGE,
                1,
                insertInto(STOCK)
                        .with(old)
                        .values(
                                STOCK.sku.to("n"),
                                STOCK.quantity.to(
                                        scalar(select(count()).from(old)).cast(INTEGER))));
    }

    @Test
    default void shouldReturnWhatItChanged() {
        assertRows(
                lists(insertInto(STOCK)
                        .values(STOCK.sku.to("c"), STOCK.quantity.to(3))
                        .returning(STOCK.sku, STOCK.quantity.plus(1))),
                row("c", 4));
        assertRows(
                insertInto(NOTES)
                        .values(NOTES.text.to("x"))
                        .values(NOTES.text.to("y"))
                        .returning(NOTES.origin),
                "server",
                "server");
        assertRows(
                update(USERS)
                        .set(USERS.age.to(USERS.age.plus(1)))
                        .where(USERS.id.eq(1L))
                        .returning(USERS.age),
                42);
        assertRows(deleteFrom(STOCK).where(STOCK.sku.eq("a")).returning(STOCK.quantity), 1);
        assertRows(
                insertInto(NOTES)
                        .columns(NOTES.text)
                        .select(select(USERS.name).where(USERS.id.eq(1L)))
                        .returning(NOTES.text),
                "Ann");
        assertThat(database()
                        .rows(deleteFrom(USERS).where(USERS.id.eq(3L)).returning(USERS))
                        .get(0)
                        .get(USERS.name))
                .isEqualTo("Cid");
        assertRows(
                update(USERS)
                        .set(USERS.age.to(1))
                        .from(ORDERS)
                        .where(ORDERS.userId.eq(USERS.id).and(ORDERS.id.eq(3L)))
                        .returning(USERS.name.as("n")),
                "Bob");
        assertRows(
                deleteFrom(ORDERS)
                        .using(USERS)
                        .where(ORDERS.userId.eq(USERS.id).and(USERS.id.eq(2L)))
                        .returning(ORDERS.amount),
                new BigDecimal("5.25"));
        assertRows(
                Feature.RETURNING_OTHER_SOURCES,
                lists(update(USERS)
                        .set(USERS.age.to(1))
                        .from(ORDERS)
                        .where(ORDERS.userId.eq(USERS.id).and(ORDERS.id.eq(1L)))
                        .returning(USERS.id, ORDERS.amount)),
                row(1L, new BigDecimal("10.00")));
    }

    @Test
    default void shouldLeaveConflictingRowsAlone() {
        Insert insert = insertInto(STOCK)
                .values(STOCK.sku.to("a"), STOCK.quantity.to(100), STOCK.place.to("x"))
                .values(STOCK.sku.to("z"), STOCK.quantity.to(1), STOCK.place.to("y"));

        assertChanges(1, insert.onConflict(STOCK.sku).doNothing());
        assertRows(insert.onConflict(STOCK.sku).doNothing().returning(STOCK.sku));
        changes(Feature.UPSERT_ANY_KEY, 0, insert.onConflict().doNothing());
        changes(
                Feature.UPSERT_ON_CONSTRAINT,
                0,
                insert.onConflictOnConstraint("stock_pkey").doNothing());

        assertRows(select(STOCK.quantity).orderBy(STOCK.sku.asc()), 1, 2, 1);
    }

    @Test
    default void shouldUpdateConflictingRows() {
        Insert insert = insertInto(STOCK)
                .values(STOCK.sku.to("a"), STOCK.quantity.to(10), STOCK.place.to((String) null))
                .values(STOCK.sku.to("c"), STOCK.quantity.to(5), STOCK.place.to("new"));
        Insert upsert = insert.onConflict(STOCK.sku)
                .doUpdate(STOCK.quantity.to(STOCK.quantity.plus(excluded(STOCK.quantity))), STOCK.place.toExcluded());

        assertChanges(2, upsert);
        assertRows(
                lists(select(STOCK.sku, STOCK.quantity, STOCK.place).orderBy(STOCK.sku.asc())),
                row("a", 11, null),
                row("b", 2, "right"),
                row("c", 5, "new"));
        assertRows(lists(upsert.where(STOCK.quantity.lt(11)).returning(STOCK.sku, STOCK.quantity)), row("c", 10));
        assertChanges(
                1,
                insertInto(STOCK)
                        .columns(STOCK.sku, STOCK.quantity)
                        .select(select(STOCK.sku, STOCK.quantity.times(3)).where(STOCK.sku.eq("b")))
                        .onConflict(STOCK.sku)
                        .doUpdate(STOCK.quantity.toExcluded()));
        assertRows(select(STOCK.quantity).where(STOCK.sku.eq("b")), 6);
    }

    @Test
    default void shouldUpsertWithDefaults() {
        Insert upsert = insertInto(NOTES)
                .values(NOTES.id.to(-1L), NOTES.text.to("x"))
                .onConflict(NOTES.id)
                .doUpdate(NOTES.text.to(NOTES.text.concat(NOTES.kind)));

        assertChanges(1, upsert);
        assertChanges(1, upsert);

        assertRows(lists(select(NOTES.text, NOTES.edits)), row("xplain", 0));
    }

    @Test
    default void shouldChangeInsideOfQueries() {
        Cte<Long> gone =
                cte("gone", deleteFrom(ORDERS).where(ORDERS.userId.eq(1L)).returning(ORDERS.id));

        assertRows(Feature.DATA_MODIFYING_CTE, select(count()).with(gone).from(gone), 2L);
        Cte<Row> moved = cte("moved", deleteFrom(STOCK).where(STOCK.sku.eq("a")).returning(STOCK.sku, STOCK.quantity));
        changes(
                Feature.DATA_MODIFYING_CTE,
                1,
                insertInto(STOCK)
                        .with(moved)
                        .columns(STOCK.sku, STOCK.quantity)
                        .select(select(moved.get(STOCK.sku).concat("2"), moved.get(STOCK.quantity))
                                .from(moved)));
    }

    @Test
    default void shouldRunSqlOfTheUsersOwn() {
        RawQuery<Row> adults =
                sql("""
                        select "name", "age" from "users" -- :not
                        where "age" > :age and "name" <> ':x' /* :y */ and :age > 0 order by "id\"""")
                        .bind("age", INTEGER, 18)
                        .rows(column("name", TEXT), column("age", INTEGER));

        assertRows(adults.map(LanguageCompliance::values), row("Ann", 41), row("Dora", 65));
        assertRows(
                sql("select \"id\" from \"users\" where \"id\" in (:ids) order by 1")
                        .bindAll("ids", BIGINT, List.of(2L, 4L))
                        .rows(column("id", BIGINT)),
                2L,
                4L);
        assertChanges(
                1,
                sql("update \"users\" set \"age\" = :age where \"name\" = :name")
                        .bind("age", INTEGER, null)
                        .bind("name", TEXT, "Ann"));
        assertRows(
                select(USERS.name)
                        .where(USERS.age
                                .isNull()
                                .and(USERS.id.in(sql("select \"id\" from \"users\" where \"active\" = :on")
                                        .bind("on", BOOLEAN, true)
                                        .rows(column("id", BIGINT)))))
                        .orderBy(USERS.id.asc()),
                "Ann",
                "Cid");
    }

    @Test
    default void shouldTakeHostileValuesAsTheyAre() {
        for (String hostile :
                List.of("'; drop table users; --", "\\'", "$1", ":name", "?", "/* */", "\"", "%_!\\", "ü€😀\n\t")) {
            assertRows(select(value(hostile)), hostile);
            assertRows(select(USERS.name).where(USERS.name.eq(hostile)));
            assertRows(select(value("<" + hostile + ">").contains(hostile)), true);
            if (hostile.indexOf(';') < 0) { // the driver of H2 takes any for the end of a statement
                assertRows(select(literal(hostile, TEXT)), hostile);
                assertRows(
                        select(USERS.id.as(hostile))
                                .where(USERS.id.eq(1L))
                                .orderBy(USERS.id.as(hostile).asc()),
                        1L);
                Source<Row> users = USERS.as(hostile);
                assertRows(
                        select(users.get(USERS.name))
                                .from(users)
                                .where(users.get(USERS.id).eq(1L)),
                        "Ann");
            }
        }
    }
}
