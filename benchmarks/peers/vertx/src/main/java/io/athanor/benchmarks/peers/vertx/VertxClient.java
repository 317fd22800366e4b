package io.athanor.benchmarks.peers.vertx;

import io.athanor.benchmarks.peers.Checks;
import io.athanor.benchmarks.peers.Contender;
import io.athanor.benchmarks.peers.Database;
import io.athanor.benchmarks.peers.Graph;
import io.athanor.benchmarks.peers.Item;
import io.athanor.benchmarks.peers.Lanes;
import io.athanor.benchmarks.peers.Rows;
import io.athanor.benchmarks.peers.Sizes;
import io.athanor.benchmarks.peers.UnitOfWork;
import io.vertx.core.Future;
import io.vertx.core.Promise;
import io.vertx.core.Vertx;
import io.vertx.core.VertxOptions;
import io.vertx.pgclient.PgBuilder;
import io.vertx.pgclient.PgConnectOptions;
import io.vertx.sqlclient.Pool;
import io.vertx.sqlclient.PoolOptions;
import io.vertx.sqlclient.Row;
import io.vertx.sqlclient.RowSet;
import io.vertx.sqlclient.RowStream;
import io.vertx.sqlclient.SqlClient;
import io.vertx.sqlclient.SqlConnection;
import io.vertx.sqlclient.Tuple;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.HashSet;
import java.util.List;
import java.util.Objects;
import java.util.Set;
import java.util.function.Function;
import org.jspecify.annotations.Nullable;

/** A pipelining client for single reads; a pool, prepared statements and batches for the rest. */
public final class VertxClient implements Contender {
    private static final int FETCH = 5_000;
    private static final int BATCH = 1_000;

    private @Nullable Vertx vertx;
    private @Nullable Pool pool;
    private @Nullable SqlClient client;

    @Override
    public void open(Database database, Sizes sizes) {
        Vertx started = Vertx.vertx(new VertxOptions().setPreferNativeTransport(true));
        PgConnectOptions options = new PgConnectOptions()
                .setHost(database.host())
                .setPort(database.port())
                .setUser(database.user())
                .setPassword(database.password())
                .setDatabase(database.name())
                .setCachePreparedStatements(true);
        PoolOptions size = new PoolOptions().setMaxSize(CONNECTIONS);
        vertx = started;
        pool = PgBuilder.pool().with(size).connectingTo(options).using(started).build();
        client = PgBuilder.client()
                .with(size)
                .connectingTo(options)
                .using(started)
                .build();
    }

    private Pool pool() {
        return Objects.requireNonNull(pool);
    }

    private static <T> T result(Future<T> future) {
        return future.toCompletionStage().toCompletableFuture().join();
    }

    private long transaction(Function<SqlConnection, Future<Long>> work) {
        return result(pool().withTransaction(work));
    }

    private static Item item(Row row) {
        return new Item(
                row.getLong(0), row.getInteger(1), row.getString(2), row.getOffsetDateTime(3), row.getBigDecimal(4));
    }

    private static long checks(RowSet<Row> rows) {
        long sum = 0;
        for (Row row : rows) {
            sum += Checks.item(item(row));
        }
        return sum;
    }

    @Override
    public long readByKey(long[] keys, int atOnce) throws Exception {
        SqlClient reader = Objects.requireNonNull(client);
        return Lanes.run(keys.length, atOnce, (index, ended) -> reader.preparedQuery(
                        "select id, quantity, name, created, price from item where id = $1")
                .execute(Tuple.of(keys[index]))
                .map(VertxClient::checks)
                .onComplete(done -> ended.accept(done.result(), done.cause())));
    }

    @Override
    public long readChangeWrite(long[][] keys, int atOnce) throws Exception {
        return Lanes.run(keys.length, atOnce, (index, ended) -> pool().withTransaction(
                        connection -> change(connection, keys[index]))
                .onComplete(done -> ended.accept(done.result(), done.cause())));
    }

    private static Future<Long> change(SqlConnection connection, long[] keys) {
        Long[] boxed = Arrays.stream(keys).boxed().toArray(Long[]::new);
        return connection
                .preparedQuery("select id, quantity, name, created, price from changing where id = any($1)")
                .execute(Tuple.of((Object) boxed))
                .compose(rows -> {
                    List<Tuple> changes = new ArrayList<>();
                    long sum = 0;
                    for (Row row : rows) {
                        Item item = item(row);
                        sum += Checks.unchanged(item);
                        changes.add(Tuple.of(item.quantity() + 1, item.id()));
                    }
                    long check = sum;
                    return connection
                            .preparedQuery("update changing set quantity = $1 where id = $2")
                            .executeBatch(changes)
                            .map(done -> check);
                });
    }

    @Override
    public long stream(int atATime) {
        return transaction(connection -> stream(
                connection,
                "select id, quantity, name, created, price from big",
                atATime == 0 ? FETCH : atATime,
                row -> Checks.item(item(row))));
    }

    @Override
    public long streamRich() {
        return transaction(connection -> stream(
                connection, "select id, note, labels, numbers, document, body from rich", FETCH, VertxClient::rich));
    }

    private static Future<Long> stream(SqlConnection connection, String sql, int fetch, Function<Row, Long> check) {
        return connection.prepare(sql).compose(statement -> {
            Promise<Long> all = Promise.promise();
            long[] sum = {0};
            RowStream<Row> rows = statement.createStream(fetch);
            rows.exceptionHandler(all::tryFail)
                    .endHandler(end -> all.tryComplete(sum[0]))
                    .handler(row -> sum[0] += check.apply(row));
            return all.future();
        });
    }

    private static long rich(Row row) {
        return Checks.rich(
                row.getLong(0),
                row.getString(1),
                List.of(row.getArrayOfStrings(2)),
                List.of(row.getArrayOfIntegers(3)),
                "{\"name\": \"" + row.getJsonObject(4).getString("name") + "\"}",
                row.getString(5));
    }

    @Override
    public long streams(long[] after, int atOnce) throws Exception {
        return Lanes.run(after.length, atOnce, (index, ended) -> pool().preparedQuery(
                        "select id, quantity, name, created, price from big where id > $1 and id <= $2")
                .execute(Tuple.of(after[index], after[index] + Sizes.STREAMED_TOGETHER))
                .map(VertxClient::checks)
                .onComplete(done -> ended.accept(done.result(), done.cause())));
    }

    @Override
    public long insert(int rows, boolean keys) {
        Set<Long> returned = new HashSet<>();
        String sql = "insert into inserted (quantity, name, created, price) values ($1, $2, $3, $4)"
                + (keys ? " returning id" : "");
        long inserted = inBatches(
                rows,
                sql,
                item -> Tuple.of(item.quantity(), item.name(), item.created(), item.price()),
                done -> returned.addAll(keys ? ids(done) : List.of()));
        return keys ? returned.size() : inserted;
    }

    private static List<Long> ids(RowSet<Row> first) {
        List<Long> ids = new ArrayList<>();
        for (RowSet<Row> rows = first; rows != null; rows = rows.next()) {
            ids.add(rows.iterator().next().getLong(0));
        }
        return ids;
    }

    @Override
    public long upsert(int rows) {
        String sql = "insert into written (id, quantity, name, created, price) values ($1, $2, $3, $4, $5)"
                + " on conflict (id) do update set quantity = excluded.quantity, name = excluded.name,"
                + " created = excluded.created, price = excluded.price";
        return inBatches(
                rows,
                sql,
                item -> Tuple.of(item.id(), item.quantity(), item.name(), item.created(), item.price()),
                done -> {});
    }

    @Override
    public long update(int rows) {
        return inBatches(
                rows,
                "update written set quantity = $1, price = $2 where id = $3",
                item -> Tuple.of(item.quantity(), item.price(), item.id()),
                done -> {});
    }

    private interface Done {
        void of(RowSet<Row> rows);
    }

    private long inBatches(int rows, String sql, Function<Item, Tuple> values, Done done) {
        return transaction(connection -> {
            Future<Long> written = Future.succeededFuture(0L);
            for (int first = 0; first < rows; first += BATCH) {
                int start = first;
                int end = Math.min(rows, first + BATCH);
                written = written.compose(before -> {
                    List<Tuple> batch = new ArrayList<>(BATCH);
                    for (int row = start; row < end; row++) {
                        batch.add(values.apply(Rows.item(row, row + 1L)));
                    }
                    return connection.preparedQuery(sql).executeBatch(batch).map(result -> {
                        done.of(result);
                        return (long) end;
                    });
                });
            }
            return written;
        });
    }

    @Override
    public long graph(long first, int count) {
        return result(pool().withConnection(connection -> authors(connection, first, count)
                .compose(authors -> books(connection, authors).compose(books -> bookTags(connection, books)
                        .map(tags -> Graph.check(Graph.join(authors, books, tags)))))));
    }

    private static Future<List<Graph.Author>> authors(SqlConnection connection, long first, int count) {
        return connection
                .preparedQuery("select id, name from author where id >= $1 and id < $2")
                .execute(Tuple.of(first, first + count))
                .map(rows -> {
                    List<Graph.Author> authors = new ArrayList<>();
                    for (Row row : rows) {
                        authors.add(new Graph.Author(row.getLong(0), row.getString(1)));
                    }
                    return authors;
                });
    }

    private static Future<List<Graph.Book>> books(SqlConnection connection, List<Graph.Author> authors) {
        return connection
                .preparedQuery("select id, author_id, title, published, price from book where author_id = any($1)")
                .execute(
                        Tuple.of((Object) authors.stream().map(Graph.Author::id).toArray(Long[]::new)))
                .map(rows -> {
                    List<Graph.Book> books = new ArrayList<>();
                    for (Row row : rows) {
                        books.add(new Graph.Book(
                                row.getLong(0),
                                row.getLong(1),
                                row.getString(2),
                                row.getInteger(3),
                                row.getBigDecimal(4)));
                    }
                    return books;
                });
    }

    private static Future<List<Graph.BookTag>> bookTags(SqlConnection connection, List<Graph.Book> books) {
        return connection
                .preparedQuery("select bt.book_id, t.id, t.name from book_tag bt join tag t on t.id = bt.tag_id"
                        + " where bt.book_id = any($1)")
                .execute(Tuple.of((Object) books.stream().map(Graph.Book::id).toArray(Long[]::new)))
                .map(rows -> {
                    List<Graph.BookTag> tags = new ArrayList<>();
                    for (Row row : rows) {
                        tags.add(new Graph.BookTag(row.getLong(0), row.getLong(1), row.getString(2)));
                    }
                    return tags;
                });
    }

    @Override
    public void unitOfWork(UnitOfWork work) {
        transaction(connection -> insertParents(connection, work)
                .compose(parents -> insertChildren(connection, work, parents))
                .compose(children -> changeChildren(connection, work, children)
                        .compose(changed -> deleteChildren(connection, work, children))));
    }

    private static Future<List<Long>> insertParents(SqlConnection connection, UnitOfWork work) {
        List<Tuple> parents = new ArrayList<>();
        for (int parent = 0; parent < work.parents(); parent++) {
            parents.add(Tuple.of(work.parentName(parent), work.created(parent)));
        }
        return connection
                .preparedQuery("insert into parent (name, created) values ($1, $2) returning id")
                .executeBatch(parents)
                .map(VertxClient::ids);
    }

    private static Future<List<Long>> insertChildren(SqlConnection connection, UnitOfWork work, List<Long> parents) {
        List<Tuple> children = new ArrayList<>();
        for (int row = 0; row < work.children(); row++) {
            children.add(Tuple.of(parents.get(row / UnitOfWork.CHILDREN), work.childName(row), work.quantity(row)));
        }
        return connection
                .preparedQuery("insert into child (parent_id, name, quantity) values ($1, $2, $3) returning id")
                .executeBatch(children)
                .map(VertxClient::ids);
    }

    private static Future<RowSet<Row>> changeChildren(SqlConnection connection, UnitOfWork work, List<Long> children) {
        List<Tuple> changes = new ArrayList<>();
        for (int row = 0; row < work.changed(); row++) {
            changes.add(Tuple.of(
                    work.changedQuantity(work.quantity(row)),
                    work.changedName(work.childName(row)),
                    children.get(row)));
        }
        return connection
                .preparedQuery("update child set quantity = $1, name = $2 where id = $3")
                .executeBatch(changes);
    }

    private static Future<Long> deleteChildren(SqlConnection connection, UnitOfWork work, List<Long> children) {
        Long[] deleted = children.subList(children.size() - work.deleted(), children.size())
                .toArray(Long[]::new);
        return connection
                .preparedQuery("delete from child where id = any($1)")
                .execute(Tuple.of((Object) deleted))
                .map(rows -> (long) rows.rowCount());
    }

    @Override
    public void close() {
        Objects.requireNonNull(vertx).close();
    }
}
