package io.athanor.sql;

import static io.athanor.sql.Shop.NOTES;
import static io.athanor.sql.Shop.ORDERS;
import static io.athanor.sql.Shop.STOCK;
import static io.athanor.sql.Shop.USERS;
import static io.athanor.sql.Sql.cte;
import static io.athanor.sql.Sql.deleteFrom;
import static io.athanor.sql.Sql.excluded;
import static io.athanor.sql.Sql.insertInto;
import static io.athanor.sql.Sql.select;
import static io.athanor.sql.Sql.sql;
import static io.athanor.sql.Sql.update;
import static io.athanor.sql.Sql.upper;
import static io.athanor.sql.Sql.value;
import static io.athanor.sql.SqlAssert.H2;
import static io.athanor.sql.SqlAssert.POSTGRESQL;
import static io.athanor.sql.SqlAssert.assertSql;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatExceptionOfType;

import io.athanor.ConfigurationException;
import io.athanor.compile.StatementCompiler;
import org.assertj.core.api.ThrowableAssert.ThrowingCallable;
import org.junit.jupiter.api.Test;

class ChangeSqlTest {
    private static final Insert ONE = insertInto(STOCK).values(STOCK.sku.to("a"), STOCK.quantity.to(1));

    @Test
    void shouldInsertRows() {
        assertSql(ONE)
                .is("insert into stock (sku, quantity) values (?, ?)")
                .on(H2)
                .is("insert into stock (sku, quantity) values ($1, $2)");
        assertSql(ONE.values(STOCK.place.to(upper(value("x"))), STOCK.sku.to("b")))
                .is("insert into stock (sku, quantity, place) values (?, ?, default), (?, default, upper(?))")
                .on(POSTGRESQL)
                .binds("a", 1, "b", "x");
    }

    @Test
    void shouldInsertDefaults() {
        assertSql(insertInto(STOCK).defaultValues()).is("insert into stock default values");
        assertSql(insertInto(NOTES)
                        .values(NOTES.text.to("x"), NOTES.kind.to("own"))
                        .values(NOTES.text.to("y")))
                .is("insert into notes (text, kind, ticket, edits) values (?, ?, ?, 0), (?, ?, ?, 0)");
    }

    @Test
    void shouldAskASupplierOncePerRowAndExecution() {
        Insert insert = insertInto(NOTES).values(NOTES.text.to("x")).values(NOTES.text.to("y"));
        StatementCompiler compiler = new StatementCompiler(POSTGRESQL, 10);
        int before = Shop.Notes.TICKET.get();

        assertThat(compiler.compile(insert).values())
                .containsExactly("x", "plain", before + 1, "y", "plain", before + 2);
        assertThat(compiler.compile(insert).values())
                .containsExactly("x", "plain", before + 3, "y", "plain", before + 4);
    }

    @Test
    void shouldInsertWhatAQuerySelects() {
        assertSql(insertInto(STOCK).columns(STOCK.sku).select(select(USERS.name).where(USERS.age.gt(1))))
                .is("insert into stock (sku) select users.name from users where users.age > ?");
        assertSql(insertInto(NOTES).columns(NOTES.text, NOTES.ticket).select(select(USERS.name, USERS.age)))
                .is("insert into notes (text, ticket, kind, edits) select users.name, users.age, ?, 0 from users");
        assertSql(insertInto(NOTES)
                        .columns(NOTES.text, NOTES.ticket)
                        .select(select(USERS.name, USERS.age).union(select(USERS.name, USERS.age))))
                .is(
                        "insert into notes (text, ticket, kind, edits) select rows.name, rows.age, ?, 0 from"
                                + " (select users.name, users.age from users union select users.name, users.age from users) rows");
        Cte<Long> buyers = cte("buyers", select(ORDERS.userId));
        assertSql(insertInto(STOCK)
                        .with(buyers)
                        .columns(STOCK.sku)
                        .select(select(USERS.name).with(cte("ids", select(USERS.id)))))
                .is("with buyers (user_id) as (select orders.user_id from orders) insert into stock (sku)"
                        + " with ids (id) as (select users.id from users) select users.name from users")
                .on(H2)
                .is("insert into stock (sku) with buyers (user_id) as (select orders.user_id from orders),"
                        + " ids (id) as (select users.id from users) select users.name from users");
        assertSql(ONE.with(buyers)).on(H2).refuses("WITH before INSERT, UPDATE or DELETE");
    }

    @Test
    void shouldReactToConflicts() {
        assertSql(ONE.onConflict(STOCK.sku).doNothing())
                .is("merge into stock using (values (cast(? as varchar), cast(? as integer))) excluded (sku, quantity)"
                        + " on stock.sku = excluded.sku when not matched then insert (sku, quantity)"
                        + " values (excluded.sku, excluded.quantity)")
                .on(POSTGRESQL)
                .is("insert into stock (sku, quantity) values ($1, $2) on conflict (sku) do nothing");
        assertSql(ONE.onConflict().doNothing())
                .on(POSTGRESQL)
                .is("insert into stock (sku, quantity) values ($1, $2) on conflict do nothing")
                .on(H2)
                .refuses("ON CONFLICT without a key");
        assertSql(ONE.onConflictOnConstraint("stock_pkey").doUpdate(STOCK.quantity.toExcluded()))
                .on(POSTGRESQL)
                .is("insert into stock (sku, quantity) values ($1, $2) on conflict on constraint stock_pkey do update"
                        + " set quantity = excluded.quantity")
                .on(H2)
                .refuses("ON CONFLICT ON CONSTRAINT");
        assertSql(ONE.onConflict(STOCK.sku).where(STOCK.place.eq("x")).doNothing())
                .on(POSTGRESQL)
                .is("insert into stock (sku, quantity) values ($1, $2) on conflict (sku) where place = 'x' do nothing")
                .on(H2)
                .refuses("an index with WHERE");
        assertSql(ONE.onConflict(STOCK.sku)
                        .doUpdate(STOCK.quantity.to(STOCK.quantity.plus(excluded(STOCK.quantity))), STOCK.place.to("x"))
                        .where(STOCK.quantity.lt(5)))
                .is("merge into stock using (values (cast(? as varchar), cast(? as integer))) excluded (sku, quantity)"
                        + " on stock.sku = excluded.sku when matched and stock.quantity < ? then update set"
                        + " quantity = stock.quantity + excluded.quantity, place = ? when not matched then"
                        + " insert (sku, quantity) values (excluded.sku, excluded.quantity)")
                .on(POSTGRESQL)
                .is("insert into stock (sku, quantity) values ($1, $2) on conflict (sku) do update set"
                        + " quantity = stock.quantity + excluded.quantity, place = $3 where stock.quantity < $4")
                .binds("a", 1, "x", 5)
                .on(H2)
                .binds("a", 1, 5, "x");
    }

    @Test
    void shouldUpdate() {
        assertSql(update(USERS)
                        .set(USERS.age.to(USERS.age.plus(1)), USERS.managerId.to((Long) null))
                        .where(USERS.id.eq(1L))
                        .where(USERS.age.lt(9)))
                .is("update users set age = users.age + ?, manager_id = ? where users.id = ? and users.age < ?")
                .on(H2)
                .is(
                        "update users set age = users.age + cast($1 as integer), manager_id = $2 where users.id = $3 and users.age < $4");
        assertSql(update(NOTES).set(NOTES.text.to("x"))).is("update notes set text = ?, edits = ?");
        assertSql(update(NOTES).set(NOTES.edits.to(1))).is("update notes set edits = ?");
        assertSql(update(USERS.as("u")).set(USERS.age.to(1))).is("update users u set age = ?");
    }

    @Test
    void shouldUpdateFromOtherSources() {
        Update update = update(USERS).set(USERS.age.to(1)).from(ORDERS).where(ORDERS.userId.eq(USERS.id));

        assertSql(update)
                .is("update users set age = ? from orders where orders.user_id = users.id")
                .on(H2)
                .is("merge into users using orders on orders.user_id = users.id when matched then update set age = $1");
        assertSql(update.from(STOCK)).on(H2).refuses("UPDATE from several sources");
    }

    @Test
    void shouldDelete() {
        assertSql(deleteFrom(USERS)).is("delete from users");
        assertSql(deleteFrom(USERS).where(USERS.age.gt(1)).where(USERS.age.lt(9)))
                .is("delete from users where users.age > ? and users.age < ?");
        assertSql(deleteFrom(ORDERS).using(USERS).where(USERS.id.eq(ORDERS.userId)))
                .is("delete from orders using users where users.id = orders.user_id")
                .on(H2)
                .is("merge into orders using users on users.id = orders.user_id when matched then delete");
        Cte<Long> old = cte("old", select(USERS.id));
        assertSql(deleteFrom(USERS)
                        .with(old)
                        .where(USERS.id.in(select(old.get(USERS.id)).from(old))))
                .is(
                        "with old (id) as (select users.id from users) delete from users where users.id in (select old.id from old)")
                .on(H2)
                .refuses("WITH before INSERT, UPDATE or DELETE");
        assertSql(update(USERS).with(old).set(USERS.age.to(1))).on(H2).refuses("WITH before INSERT, UPDATE or DELETE");
    }

    @Test
    void shouldReturnWhatItChanged() {
        assertSql(ONE.returning(STOCK.sku, STOCK.quantity.plus(1).as("more")))
                .is("insert into stock (sku, quantity) values (?, ?) returning stock.sku, stock.quantity + ? as more")
                .on(H2)
                .is("select stock.sku, stock.quantity + cast($1 as integer) as more from final table"
                        + " (insert into stock (sku, quantity) values ($2, $3)) stock")
                .binds(1, "a", 1);
        assertSql(update(STOCK).set(STOCK.quantity.to(1)).returning(STOCK.sku))
                .is("update stock set quantity = ? returning stock.sku")
                .on(H2)
                .is("select stock.sku from final table (update stock set quantity = $1) stock");
        assertSql(deleteFrom(STOCK).returning(STOCK.sku))
                .is("delete from stock returning stock.sku")
                .on(H2)
                .is("select stock.sku from old table (delete from stock) stock");
        assertSql(update(USERS)
                        .set(USERS.age.to(1))
                        .from(ORDERS)
                        .where(ORDERS.userId.eq(USERS.id))
                        .returning(ORDERS.id))
                .is("update users set age = ? from orders where orders.user_id = users.id returning orders.id")
                .on(H2)
                .refuses("RETURNING of another table's columns");
    }

    @Test
    @SuppressWarnings("NullAway") // callers without a checker
    void shouldExplainWhatCannotBeChanged() {
        refuses(
                () -> STOCK.quantity.in(1, (Integer) null),
                "null never equals anything in SQL; use isNull() or isNotDistinctFrom()");
        refuses(
                () -> STOCK.quantity.eq((Integer) null),
                "null never equals anything in SQL; use isNull() or isNotDistinctFrom()");
        refuses(() -> insertInto(STOCK).values(USERS.name.to("x")), "users.name is no column of stock");
        refuses(() -> ONE.values(STOCK.sku.to("a"), STOCK.sku.to("b")), "a row sets stock.sku twice");
        refuses(() -> update(STOCK).set(STOCK.sku.to("a")).set(STOCK.sku.to("b")), "the UPDATE sets stock.sku twice");
        refuses(() -> update(STOCK).set(USERS.name.to("x")), "users.name is no column of stock");
        refuses(() -> assertSql(update(STOCK)).is(""), "the UPDATE of stock sets nothing; say set(...)");
        refuses(() -> assertSql(insertInto(STOCK)).is(""), "the INSERT into stock has no rows; say values(...)");
        refuses(
                () -> assertSql(insertInto(STOCK).defaultValues().defaultValues())
                        .is(""),
                "several rows of nothing but defaults need a column to name");
        refuses(
                () -> insertInto(STOCK).columns(STOCK.sku, STOCK.place).select(select(USERS.name)),
                "the INSERT writes 2 columns of stock and its query selects 1");
        refuses(() -> ONE.columns(STOCK.sku).select(select(USERS.name)), "an INSERT takes rows or a query, not both");
        refuses(
                () -> ONE.where(STOCK.quantity.eq(1)),
                "an INSERT has no WHERE; it belongs behind onConflict(…).doUpdate(…)");
        refuses(
                () -> ONE.onConflict().doUpdate(STOCK.quantity.to(1)),
                "say onConflict(columns) of the key whose row is to be updated");
        refuses(
                () -> ONE.onConflict().where(STOCK.quantity.eq(1)),
                "say onConflict(columns) of the unique index that has the condition");
        refuses(() -> ONE.onConflict(STOCK.sku).doUpdate(), "doUpdate() sets nothing; use doNothing()");
        refuses(() -> ONE.onConflict(STOCK.sku).doUpdate(USERS.name.to("x")), "users.name is no column of stock");
        refuses(() -> ONE.onConflict(USERS.name), "users.name is no column of stock");
        refuses(() -> insertInto(USERS.as("u")), "INSERT is into the table users itself, not into its alias u");
        refuses(() -> insertInto(STOCK).each(), "a batch into stock binds at least one column");
        refuses(
                () -> insertInto(STOCK).each(STOCK.sku.<String>from(x -> x), STOCK.sku.from(x -> x)),
                "the batch binds stock.sku twice");
        refuses(
                () -> sql("update x set y = 1").returning(STOCK.sku),
                "raw SQL says itself what it returns; use rows(...) to read it");
    }

    private static void refuses(ThrowingCallable work, String message) {
        assertThatExceptionOfType(ConfigurationException.class).isThrownBy(work).withMessage(message);
    }
}
