package io.athanor.sql;

import static io.athanor.sql.Shop.NOTES;
import static io.athanor.sql.Shop.STOCK;
import static io.athanor.sql.Sql.insertInto;
import static io.athanor.sql.Sql.select;
import static io.athanor.sql.SqlAssert.H2;
import static io.athanor.sql.SqlAssert.POSTGRESQL;
import static io.athanor.sql.SqlAssert.assertSql;
import static io.athanor.types.Types.INTEGER;
import static io.athanor.types.Types.array;
import static io.athanor.types.Types.other;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatExceptionOfType;

import io.athanor.ConfigurationException;
import io.athanor.compile.StatementCompiler;
import java.util.List;
import org.assertj.core.api.ThrowableAssert.ThrowingCallable;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.Test;

class BatchSqlTest {
    record Item(String sku, @Nullable Integer quantity) {}

    private static final List<Item> ITEMS = List.of(new Item("a", 1), new Item("b", null));

    private static Batch<Item> batch(Insert insert) {
        return insert.each(STOCK.sku.from(Item::sku), STOCK.quantity.from(Item::quantity));
    }

    private static <S> Insert insertOf(Batch<S> batch, List<S> elements) {
        BatchBuffer<S> rows = batch.buffer();
        elements.forEach(rows::add);
        return rows.take();
    }

    @Test
    void shouldSendAnArrayForEachColumnWhereArraysAreTaken() {
        assertSql(insertOf(batch(insertInto(STOCK)), ITEMS))
                .on(POSTGRESQL)
                .is("insert into stock (sku, quantity) select sku, quantity from unnest(cast($1 as varchar[]), $2)"
                        + " with ordinality rows (sku, quantity, position) order by position")
                .binds(new String[] {"a", "b"}, new Integer[] {1, null});
    }

    @Test
    void shouldSendRowsOfValuesWhereArraysAreNotTaken() {
        assertSql(insertOf(batch(insertInto(STOCK)), ITEMS))
                .on(H2)
                .is("insert into stock (sku, quantity) values ($1, $2), ($3, $4)");
    }

    @Test
    void shouldSendRowsOfValuesWhereUnnestWouldTakeArraysApart() {
        DynamicTable lists = Table.define("lists", table -> table.column("numbers", array(INTEGER)));
        DynamicTable hosts = Table.define("hosts", table -> table.column("host", other("inet", String.class)));
        Batch<List<Integer>> ofLists =
                insertInto(lists).each(lists.column("numbers", array(INTEGER)).from(list -> list));
        Batch<String> ofHosts = insertInto(hosts)
                .each(hosts.column("host", other("inet", String.class)).from(host -> host));

        assertSql(insertOf(ofLists, List.of(List.of(1), List.of())))
                .on(POSTGRESQL)
                .is("insert into lists (numbers) values ($1), ($2)");
        assertSql(insertOf(ofHosts, List.of("::1")))
                .on(POSTGRESQL)
                .is("insert into hosts (host) values (cast($1 as inet))");
    }

    @Test
    void shouldGiveEachRowItsDefaults() {
        int before = Shop.Notes.TICKET.get();

        assertSql(insertOf(insertInto(NOTES).each(NOTES.text.from(text -> text)), List.of("x", "y")))
                .on(POSTGRESQL)
                .is("insert into notes (text, kind, ticket, edits) select text, kind, ticket, 0"
                        + " from unnest(cast($1 as varchar[]), cast($2 as varchar[]), $3)"
                        + " with ordinality rows (text, kind, ticket, position) order by position")
                .binds(new String[] {"x", "y"}, new String[] {"plain", "plain"}, new Integer[] {before + 1, before + 2
                });
    }

    @Test
    void shouldNotAskASupplierForWhatIsBound() {
        int before = Shop.Notes.TICKET.get();
        Batch<String> batch = insertInto(NOTES).each(NOTES.text.from(text -> text), NOTES.ticket.from(text -> 7));

        assertSql(insertOf(batch, List.of("x")))
                .on(H2)
                .is("insert into notes (text, ticket, kind, edits) values ($1, $2, $3, 0)")
                .binds("x", 7, "plain");
        assertThat(Shop.Notes.TICKET).hasValue(before);
    }

    @Test
    void shouldUpsertEachRow() {
        Batch<Item> upsert = batch(insertInto(STOCK).onConflict(STOCK.sku).doUpdate(STOCK.quantity.toExcluded()));

        assertSql(insertOf(upsert, ITEMS))
                .on(POSTGRESQL)
                .is("insert into stock (sku, quantity) select sku, quantity from unnest(cast($1 as varchar[]), $2)"
                        + " with ordinality rows (sku, quantity, position) order by position"
                        + " on conflict (sku) do update set quantity = excluded.quantity")
                .on(H2)
                .is("merge into stock using (values (cast($1 as varchar), cast($2 as integer)), (cast($3 as varchar),"
                        + " cast($4 as integer))) excluded (sku, quantity) on stock.sku = excluded.sku when matched"
                        + " then update set quantity = excluded.quantity when not matched then insert (sku, quantity)"
                        + " values (excluded.sku, excluded.quantity)");
    }

    @Test
    void shouldNameThePositionUnlikeAnyColumn() {
        DynamicTable table = Table.define("t", columns -> columns.column("position", INTEGER));

        assertSql(insertOf(
                        insertInto(table).each(table.column("position", INTEGER).from(Integer::valueOf)), List.of(1)))
                .on(POSTGRESQL)
                .is("insert into t (position) select position from unnest($1)"
                        + " with ordinality rows (position, position_) order by position_");
    }

    @Test
    void shouldCompileChunksOfAnySizeToTheSameText() {
        StatementCompiler compiler = new StatementCompiler(POSTGRESQL, 10);
        Batch<Item> batch = batch(insertInto(STOCK));

        String one = compiler.compile(insertOf(batch, ITEMS.subList(0, 1))).sql();
        String two = compiler.compile(insertOf(batch, ITEMS)).sql();

        assertThat(two).isSameAs(one);
    }

    @Test
    void shouldWeighWhatItHolds() {
        BatchBuffer<Item> rows = batch(insertInto(STOCK)).buffer();
        assertThat(rows.bytes()).isZero();

        rows.add(new Item("x".repeat(1000), 1));
        assertThat(rows.bytes()).isBetween(1000L, 1100L);
        assertThat(rows.rows()).isOne();

        rows.take();
        assertThat(rows.bytes()).isZero();
        assertThat(rows.rows()).isZero();
        assertThat(rows.bytesOfRow()).isBetween(1000L, 1100L);
    }

    @Test
    void shouldShowTheInsertOfOneRow() {
        assertThat(batch(insertInto(STOCK))).hasToString("insert into stock (sku, quantity) values (?, ?)");
    }

    @Test
    void shouldRefuseWhatMakesNoSense() {
        assertRefused(() -> insertInto(STOCK).each(), "binds at least one column");
        assertRefused(
                () -> insertInto(STOCK).each(STOCK.sku.from(Item::sku), STOCK.sku.from(Item::sku)), "stock.sku twice");
        assertRefused(() -> insertInto(STOCK).each(NOTES.text.from(Item::sku)), "no column of stock");
        assertRefused(() -> batch(insertInto(STOCK).values(STOCK.sku.to("a"))), "not both");
        assertRefused(() -> batch(insertInto(STOCK).columns(STOCK.sku).select(select(NOTES.text))), "not both");
        assertRefused(() -> batch(insertInto(STOCK)).chunkSize(0), "chunkSize is 0");
    }

    private static void assertRefused(ThrowingCallable construction, String message) {
        assertThatExceptionOfType(ConfigurationException.class)
                .isThrownBy(construction)
                .withMessageContaining(message);
    }
}
