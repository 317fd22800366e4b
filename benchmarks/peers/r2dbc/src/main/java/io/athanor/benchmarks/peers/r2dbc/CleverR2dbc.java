package io.athanor.benchmarks.peers.r2dbc;

import static io.athanor.benchmarks.peers.r2dbc.PlainR2dbc.execute;
import static io.athanor.benchmarks.peers.r2dbc.PlainR2dbc.get;
import static io.athanor.benchmarks.peers.r2dbc.PlainR2dbc.item;
import static io.athanor.benchmarks.peers.r2dbc.PlainR2dbc.rowsUpdated;

import io.athanor.benchmarks.peers.Checks;
import io.athanor.benchmarks.peers.Filters;
import io.athanor.benchmarks.peers.Graph;
import io.athanor.benchmarks.peers.Item;
import io.athanor.benchmarks.peers.Sizes;
import io.athanor.benchmarks.peers.UnitOfWork;
import io.r2dbc.postgresql.PostgresqlConnectionConfiguration;
import io.r2dbc.postgresql.api.PostgresqlConnection;
import io.r2dbc.spi.Connection;
import io.r2dbc.spi.Row;
import io.r2dbc.spi.Statement;
import io.r2dbc.spi.Wrapped;
import java.util.ArrayList;
import java.util.Collection;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Set;
import reactor.core.publisher.Flux;
import reactor.core.publisher.Mono;

/**
 * The same driver as cleverly as it allows: binary results, which it sends only for statements with a parameter; whole rows through a
 * codec of our own; {@code BEGIN} together with the first statement; arrays instead of rows; keys in blocks; binary {@code COPY}.
 */
public final class CleverR2dbc extends PooledContender {
    private static final int ARRAY = 10_000;

    private int inserted;

    @Override
    protected void configure(PostgresqlConnectionConfiguration.Builder driver) {
        driver.forceBinary(true).codecRegistrar((connection, allocator, registry) -> {
            registry.addFirst(new WholeRowCodec<>(Item.class, WholeRowCodec::item));
            return Mono.empty();
        });
    }

    @Override
    protected void start(Sizes sizes) {
        inserted = sizes.written();
    }

    @Override
    protected Mono<Long> readOne(long key) {
        return connected(connection -> execute(connection
                                .createStatement("select id, quantity, name, created, price from item where id = $1")
                                .bind(0, key))
                        .flatMap(result -> result.map((row, metadata) -> item(row))))
                .single()
                .map(Checks::item);
    }

    @Override
    protected Mono<Long> change(long[] keys) {
        return transaction(
                connection -> execute(connection
                                .createStatement(
                                        "select id, quantity, name, created, price from changing where id = any($1)")
                                .bind(0, Keys.boxed(keys)))
                        .flatMap(result -> result.map((row, metadata) -> item(row)))
                        .collectList(),
                (connection, items) -> {
                    long check = items.stream().mapToLong(Checks::unchanged).sum();
                    return rowsUpdated(connection
                                    .createStatement("update changing c set quantity = v.quantity"
                                            + " from unnest($1::bigint[], $2::int[]) v(id, quantity) where c.id = v.id")
                                    .bind(0, items.stream().map(Item::id).toArray(Long[]::new))
                                    .bind(
                                            1,
                                            items.stream()
                                                    .map(item -> item.quantity() + 1)
                                                    .toArray(Integer[]::new)))
                            .thenReturn(check);
                });
    }

    @Override
    protected Flux<Long> rows() {
        return wholeRows("select r from (select id, quantity, name, created, price from big where $1) r", true);
    }

    @Override
    protected Flux<Long> rowsAfter(long key) {
        return wholeRows(
                "select r from (select id, quantity, name, created, price from big where id > $1 and id <= $1 + 1000) r",
                key);
    }

    private Flux<Long> wholeRows(String sql, Object parameter) {
        return connected(connection -> execute(connection.createStatement(sql).bind(0, parameter))
                        .concatMap(result -> result.map((row, metadata) -> get(row, 0, Item.class))))
                .map(Checks::item);
    }

    @Override
    protected Flux<Long> richRows() {
        return connected(connection -> execute(connection
                        .createStatement("select id, note, labels, numbers, document, body from rich where $1")
                        .bind(0, true))
                .concatMap(result -> result.map((row, metadata) -> PlainR2dbc.rich(row))));
    }

    @Override
    protected Mono<Long> insertAll(Flux<Item> items, boolean keys) {
        return transaction(
                connection -> keys
                        ? blocks(connection, "inserted_block", (inserted + CopyRows.BLOCK - 1) / CopyRows.BLOCK)
                        : begun(connection),
                (connection, blocks) -> {
                    CopyRows rows = new CopyRows(blocks, keys);
                    PostgresqlConnection driver =
                            Objects.requireNonNull(((Wrapped<?>) connection).unwrap(PostgresqlConnection.class));
                    return driver.copyIn(rows.statement(), rows.of(items)).map(count -> keys ? rows.keys() : count);
                });
    }

    /** A statement to begin with. */
    private static Mono<List<Long>> begun(Connection connection) {
        return rowsUpdated(connection.createStatement("select")).thenReturn(List.of());
    }

    @Override
    protected Mono<Long> upsertAll(Flux<Item> items) {
        return inArrays(
                items,
                "insert into written (id, quantity, name, created, price)"
                        + " select * from unnest($1::bigint[], $2::int[], $3::text[], $4::timestamptz[], $5::numeric[])"
                        + " on conflict (id) do update set quantity = excluded.quantity, name = excluded.name,"
                        + " created = excluded.created, price = excluded.price",
                (statement, rows) -> rows.bindAll(statement));
    }

    @Override
    protected Mono<Long> updateAll(Flux<Item> items) {
        return inArrays(
                items,
                "update written w set quantity = v.quantity, price = v.price"
                        + " from unnest($1::bigint[], $2::int[], $3::numeric[]) v(id, quantity, price)"
                        + " where w.id = v.id",
                (statement, rows) -> rows.bindChange(statement));
    }

    private interface Arrays {
        Statement bind(Statement statement, ItemArrays items);
    }

    private Mono<Long> inArrays(Flux<Item> items, String sql, Arrays arrays) {
        return transaction(CleverR2dbc::begun, (connection, begun) -> items.buffer(ARRAY)
                .concatMap(some -> rowsUpdated(arrays.bind(connection.createStatement(sql), new ItemArrays(some))))
                .reduce(0L, Long::sum));
    }

    /** Books depend on what is asked for as authors do; a book's row holds its tags' keys; each tag is read once. */
    @Override
    protected Mono<Long> readGraph(long first, int count) {
        return connected(connection -> Mono.zip(
                                PlainR2dbc.authors(connection, first, count), tagged(connection, first, count))
                        .flatMap(read -> tags(connection, read.getT2())
                                .map(tags -> Graph.check(joined(read.getT1(), read.getT2(), tags)))))
                .single();
    }

    private record Tagged(Graph.Book book, List<Long> tags) {}

    private static Mono<List<Tagged>> tagged(Connection connection, long first, int count) {
        return execute(connection
                        .createStatement("select b.id, b.author_id, b.title, b.published, b.price,"
                                + " array(select bt.tag_id from book_tag bt where bt.book_id = b.id)"
                                + " from book b where b.author_id >= $1 and b.author_id < $2")
                        .bind(0, first)
                        .bind(1, first + count))
                .flatMap(result -> result.map(
                        (row, metadata) -> new Tagged(PlainR2dbc.book(row), List.of(get(row, 5, Long[].class)))))
                .collectList();
    }

    private static Mono<Map<Long, Graph.Tag>> tags(Connection connection, List<Tagged> books) {
        Set<Long> keys = new HashSet<>();
        books.forEach(book -> keys.addAll(book.tags()));
        return execute(connection
                        .createStatement("select id, name from tag where id = any($1)")
                        .bind(0, keys.toArray(Long[]::new)))
                .flatMap(result -> result.map((row, metadata) -> tag(row)))
                .collectMap(Graph.Tag::id);
    }

    private static Graph.Tag tag(Row row) {
        return new Graph.Tag(get(row, 0, Long.class), get(row, 1, String.class));
    }

    private static Collection<Graph.Author> joined(
            List<Graph.Author> authors, List<Tagged> tagged, Map<Long, Graph.Tag> tags) {
        List<Graph.Book> books = new ArrayList<>(tagged.size());
        for (Tagged one : tagged) {
            for (Long key : one.tags()) {
                one.book().tags().add(Objects.requireNonNull(tags.get(key)));
            }
            books.add(one.book());
        }
        return Graph.join(authors, books);
    }

    @Override
    protected Mono<Void> write(UnitOfWork work) {
        return transaction(
                        connection -> Mono.zip(
                                blocks(connection, "parent_block", blocks(work.parents())),
                                blocks(connection, "child_block", blocks(work.children()))),
                        (connection, keys) -> new FamilyArrays(work, keys.getT1(), keys.getT2()).write(connection))
                .then();
    }

    private static int blocks(int keys) {
        return (keys + UnitOfWork.BLOCK - 1) / UnitOfWork.BLOCK;
    }

    private static Mono<List<Long>> blocks(Connection connection, String sequence, int count) {
        return execute(connection
                        .createStatement("select nextval('" + sequence + "') from generate_series(1, $1)")
                        .bind(0, count))
                .flatMap(result -> result.map((row, metadata) -> get(row, 0, Long.class)))
                .collectList();
    }

    @Override
    public String render(Filters filters) {
        return HandWrittenQuery.of(filters).sql();
    }

    private interface First<T> {
        Mono<T> of(Connection connection);
    }

    private interface Rest<T, R> {
        Mono<R> of(Connection connection, T first);
    }

    /** {@code BEGIN} goes by the simple protocol, so the driver does not wait with the first statement until it is answered. */
    private <T, R> Mono<R> transaction(First<T> first, Rest<T, R> rest) {
        return Mono.usingWhen(
                pool().create(),
                connection -> Mono.zip(Mono.from(connection.beginTransaction()).thenReturn(true), first.of(connection))
                        .flatMap(begun -> rest.of(connection, begun.getT2()))
                        .flatMap(result ->
                                Mono.from(connection.commitTransaction()).thenReturn(result)),
                Connection::close,
                (connection, error) ->
                        Mono.from(connection.rollbackTransaction()).then(Mono.from(connection.close())),
                Connection::close);
    }
}
