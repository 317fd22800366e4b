package io.athanor.benchmarks.peers.r2dbc;

import io.athanor.benchmarks.peers.Checks;
import io.athanor.benchmarks.peers.Filters;
import io.athanor.benchmarks.peers.Graph;
import io.athanor.benchmarks.peers.Item;
import io.athanor.benchmarks.peers.UnitOfWork;
import io.r2dbc.spi.Connection;
import io.r2dbc.spi.Result;
import io.r2dbc.spi.Row;
import io.r2dbc.spi.Statement;
import java.math.BigDecimal;
import java.time.OffsetDateTime;
import java.util.List;
import java.util.Objects;
import java.util.function.BiConsumer;
import java.util.function.Consumer;
import java.util.function.Function;
import reactor.core.publisher.Flux;
import reactor.core.publisher.Mono;

/** The driver as its documentation shows it: SQL and mapping by hand, one statement after another, {@code Statement.add} for many rows. */
public final class PlainR2dbc extends PooledContender {
    private static final int ADDED_AT_ONCE = 1_000;

    @Override
    protected Mono<Long> readOne(long key) {
        return connected(connection -> execute(connection
                                .createStatement("select id, quantity, name, created, price from item where id = $1")
                                .bind(0, key))
                        .flatMap(result -> result.map((row, metadata) -> item(row))))
                .single()
                .map(Checks::item);
    }

    static Item item(Row row) {
        return new Item(
                get(row, 0, Long.class),
                get(row, 1, Integer.class),
                get(row, 2, String.class),
                get(row, 3, OffsetDateTime.class),
                get(row, 4, BigDecimal.class));
    }

    static <T> T get(Row row, int column, Class<T> type) {
        return Objects.requireNonNull(row.get(column, type));
    }

    @Override
    protected Mono<Long> change(long[] keys) {
        return transaction(connection -> execute(connection
                        .createStatement("select id, quantity, name, created, price from changing where id = any($1)")
                        .bind(0, Keys.boxed(keys)))
                .flatMap(result -> result.map((row, metadata) -> item(row)))
                .collectList()
                .flatMap(items -> {
                    Statement update = connection.createStatement("update changing set quantity = $1 where id = $2");
                    each(update, items, item -> update.bind(0, item.quantity() + 1)
                            .bind(1, item.id()));
                    return rowsUpdated(update)
                            .thenReturn(
                                    items.stream().mapToLong(Checks::unchanged).sum());
                }));
    }

    @Override
    protected Flux<Long> rows() {
        return connected(connection -> execute(
                                connection.createStatement("select id, quantity, name, created, price from big"))
                        .concatMap(result -> result.map((row, metadata) -> item(row))))
                .map(Checks::item);
    }

    @Override
    protected Flux<Long> rowsAfter(long key) {
        return connected(connection -> execute(connection
                                .createStatement("select id, quantity, name, created, price from big"
                                        + " where id > $1 and id <= $1 + 1000")
                                .bind(0, key))
                        .concatMap(result -> result.map((row, metadata) -> item(row))))
                .map(Checks::item);
    }

    @Override
    protected Flux<Long> richRows() {
        return connected(connection -> execute(connection
                        .createStatement("select id, note, labels, numbers, document, body from rich where $1")
                        .bind(0, true))
                .concatMap(result -> result.map((row, metadata) -> rich(row))));
    }

    static long rich(Row row) {
        return Checks.rich(
                get(row, 0, Long.class),
                row.get(1, String.class),
                List.of(get(row, 2, String[].class)),
                List.of(get(row, 3, Integer[].class)),
                get(row, 4, String.class),
                get(row, 5, String.class));
    }

    @Override
    protected Mono<Long> insertAll(Flux<Item> items, boolean keys) {
        String sql = "insert into inserted (quantity, name, created, price) values ($1, $2, $3, $4)";
        return transaction(connection -> items.buffer(ADDED_AT_ONCE)
                .concatMap(some -> {
                    Statement insert = connection.createStatement(sql);
                    each(insert, some, item -> bind(insert, 0, item));
                    return keys
                            ? execute(insert.returnGeneratedValues("id"))
                                    .concatMap(result -> result.map((row, metadata) -> get(row, 0, Long.class)))
                            : execute(insert).concatMap(Result::getRowsUpdated);
                })
                .collect(Keys::new, keys ? Keys::add : Keys::count)
                .map(Keys::size));
    }

    private static void bind(Statement statement, int first, Item item) {
        statement
                .bind(first, item.quantity())
                .bind(first + 1, item.name())
                .bind(first + 2, item.created())
                .bind(first + 3, item.price());
    }

    @Override
    protected Mono<Long> upsertAll(Flux<Item> items) {
        String sql = "insert into written (id, quantity, name, created, price) values ($1, $2, $3, $4, $5)"
                + " on conflict (id) do update set quantity = excluded.quantity, name = excluded.name,"
                + " created = excluded.created, price = excluded.price";
        return inBatches(items, sql, (statement, item) -> bind(statement.bind(0, item.id()), 1, item));
    }

    @Override
    protected Mono<Long> updateAll(Flux<Item> items) {
        return inBatches(
                items,
                "update written set quantity = $1, price = $2 where id = $3",
                (statement, item) ->
                        statement.bind(0, item.quantity()).bind(1, item.price()).bind(2, item.id()));
    }

    private Mono<Long> inBatches(Flux<Item> items, String sql, BiConsumer<Statement, Item> binding) {
        return transaction(connection -> items.buffer(ADDED_AT_ONCE)
                .concatMap(some -> {
                    Statement statement = connection.createStatement(sql);
                    each(statement, some, item -> binding.accept(statement, item));
                    return rowsUpdated(statement);
                })
                .reduce(0L, Long::sum));
    }

    @Override
    protected Mono<Long> readGraph(long first, int count) {
        return connected(connection -> authors(connection, first, count)
                        .flatMap(authors -> books(connection, authors).flatMap(books -> bookTags(connection, books)
                                .map(tags -> Graph.check(Graph.join(authors, books, tags))))))
                .single();
    }

    static Mono<List<Graph.Author>> authors(Connection connection, long first, int count) {
        return execute(connection
                        .createStatement("select id, name from author where id >= $1 and id < $2")
                        .bind(0, first)
                        .bind(1, first + count))
                .flatMap(result -> result.map(
                        (row, metadata) -> new Graph.Author(get(row, 0, Long.class), get(row, 1, String.class))))
                .collectList();
    }

    private static Mono<List<Graph.Book>> books(Connection connection, List<Graph.Author> authors) {
        return execute(connection
                        .createStatement(
                                "select id, author_id, title, published, price from book where author_id = any($1)")
                        .bind(0, authors.stream().map(Graph.Author::id).toArray(Long[]::new)))
                .flatMap(result -> result.map((row, metadata) -> book(row)))
                .collectList();
    }

    static Graph.Book book(Row row) {
        return new Graph.Book(
                get(row, 0, Long.class),
                get(row, 1, Long.class),
                get(row, 2, String.class),
                get(row, 3, Integer.class),
                get(row, 4, BigDecimal.class));
    }

    private static Mono<List<Graph.BookTag>> bookTags(Connection connection, List<Graph.Book> books) {
        return execute(connection
                        .createStatement(
                                "select bt.book_id, t.id, t.name from book_tag bt join tag t on t.id = bt.tag_id"
                                        + " where bt.book_id = any($1)")
                        .bind(0, books.stream().map(Graph.Book::id).toArray(Long[]::new)))
                .flatMap(result -> result.map((row, metadata) ->
                        new Graph.BookTag(get(row, 0, Long.class), get(row, 1, Long.class), get(row, 2, String.class))))
                .collectList();
    }

    @Override
    protected Mono<Void> write(UnitOfWork work) {
        return transaction(connection -> insertParents(connection, work)
                        .flatMap(parents -> insertChildren(connection, work, parents))
                        .flatMap(children -> changeChildren(connection, work, children)
                                .then(deleteChildren(connection, work, children))))
                .then();
    }

    private static Mono<List<Long>> insertParents(Connection connection, UnitOfWork work) {
        Statement insert = connection
                .createStatement("insert into parent (name, created) values ($1, $2)")
                .returnGeneratedValues("id");
        for (int parent = 0; parent < work.parents(); parent++) {
            next(insert, parent).bind(0, work.parentName(parent)).bind(1, work.created(parent));
        }
        return execute(insert)
                .concatMap(result -> result.map((row, metadata) -> get(row, 0, Long.class)))
                .collectList();
    }

    private static Mono<List<Long>> insertChildren(Connection connection, UnitOfWork work, List<Long> parents) {
        Statement insert = connection
                .createStatement("insert into child (parent_id, name, quantity) values ($1, $2, $3)")
                .returnGeneratedValues("id");
        for (int row = 0; row < work.children(); row++) {
            next(insert, row)
                    .bind(0, parents.get(row / UnitOfWork.CHILDREN))
                    .bind(1, work.childName(row))
                    .bind(2, work.quantity(row));
        }
        return execute(insert)
                .concatMap(result -> result.map((row, metadata) -> get(row, 0, Long.class)))
                .collectList();
    }

    private static Mono<Long> changeChildren(Connection connection, UnitOfWork work, List<Long> children) {
        Statement update = connection.createStatement("update child set quantity = $1, name = $2 where id = $3");
        for (int row = 0; row < work.changed(); row++) {
            next(update, row)
                    .bind(0, work.changedQuantity(work.quantity(row)))
                    .bind(1, work.changedName(work.childName(row)))
                    .bind(2, children.get(row));
        }
        return rowsUpdated(update);
    }

    private static Mono<Long> deleteChildren(Connection connection, UnitOfWork work, List<Long> children) {
        List<Long> deleted = children.subList(children.size() - work.deleted(), children.size());
        return Mono.defer(() -> rowsUpdated(connection
                .createStatement("delete from child where id = any($1)")
                .bind(0, deleted.toArray(Long[]::new))));
    }

    @Override
    public String render(Filters filters) {
        return HandWrittenQuery.of(filters).sql();
    }

    /** Makes the next row of a batch. */
    private static Statement next(Statement statement, int row) {
        return row == 0 ? statement : statement.add();
    }

    private static <T> void each(Statement statement, List<T> rows, Consumer<T> binding) {
        for (int row = 0; row < rows.size(); row++) {
            next(statement, row);
            binding.accept(rows.get(row));
        }
    }

    static Flux<? extends Result> execute(Statement statement) {
        return Flux.from(statement.execute());
    }

    static Mono<Long> rowsUpdated(Statement statement) {
        return execute(statement).concatMap(Result::getRowsUpdated).reduce(0L, Long::sum);
    }

    private <T> Mono<T> transaction(Function<Connection, Mono<T>> work) {
        return Mono.usingWhen(
                pool().create(),
                connection -> Mono.from(connection.beginTransaction())
                        .then(work.apply(connection))
                        .flatMap(result ->
                                Mono.from(connection.commitTransaction()).thenReturn(result)),
                Connection::close,
                (connection, error) ->
                        Mono.from(connection.rollbackTransaction()).then(Mono.from(connection.close())),
                Connection::close);
    }
}
