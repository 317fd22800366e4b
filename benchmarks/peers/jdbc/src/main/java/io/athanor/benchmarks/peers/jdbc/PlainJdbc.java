package io.athanor.benchmarks.peers.jdbc;

import com.zaxxer.hikari.HikariDataSource;
import io.athanor.benchmarks.peers.BlockingContender;
import io.athanor.benchmarks.peers.Checks;
import io.athanor.benchmarks.peers.Database;
import io.athanor.benchmarks.peers.Graph;
import io.athanor.benchmarks.peers.Item;
import io.athanor.benchmarks.peers.Rows;
import io.athanor.benchmarks.peers.Sizes;
import io.athanor.benchmarks.peers.UnitOfWork;
import java.math.BigDecimal;
import java.sql.Connection;
import java.sql.PreparedStatement;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.time.OffsetDateTime;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.HashSet;
import java.util.List;
import java.util.Objects;
import java.util.Set;
import org.jspecify.annotations.Nullable;

/** pgjdbc and HikariCP: batches, rewritten to statements of many rows where nothing is returned. */
public final class PlainJdbc extends BlockingContender {
    private static final int FETCH = 5_000;
    private static final int BATCH = 1_000;

    private @Nullable HikariDataSource source;

    @Override
    public void open(Database database, Sizes sizes) {
        HikariDataSource opened = new HikariDataSource();
        opened.setJdbcUrl(database.jdbcUrl() + "&reWriteBatchedInserts=true");
        opened.setUsername(database.user());
        opened.setPassword(database.password());
        opened.setMaximumPoolSize(CONNECTIONS);
        opened.setMinimumIdle(CONNECTIONS);
        source = opened;
    }

    private Connection connect() throws SQLException {
        return Objects.requireNonNull(source).getConnection();
    }

    private interface Work {
        long run(Connection connection) throws SQLException;
    }

    private long transaction(Work work) throws SQLException {
        try (Connection connection = connect()) {
            connection.setAutoCommit(false);
            try {
                long result = work.run(connection);
                connection.commit();
                return result;
            } catch (SQLException failure) {
                connection.rollback();
                throw failure;
            } finally {
                connection.setAutoCommit(true);
            }
        }
    }

    private static Item item(ResultSet row) throws SQLException {
        return new Item(
                row.getLong(1),
                row.getInt(2),
                row.getString(3),
                row.getObject(4, OffsetDateTime.class),
                row.getBigDecimal(5));
    }

    private static long checks(PreparedStatement select) throws SQLException {
        long sum = 0;
        try (ResultSet rows = select.executeQuery()) {
            while (rows.next()) {
                sum += Checks.item(item(rows));
            }
        }
        return sum;
    }

    @Override
    protected long readOne(long key) throws SQLException {
        try (Connection connection = connect();
                PreparedStatement select = connection.prepareStatement(
                        "select id, quantity, name, created, price from item where id = ?")) {
            select.setLong(1, key);
            return checks(select);
        }
    }

    @Override
    protected long change(long[] keys) throws SQLException {
        return transaction(connection -> {
            List<Item> items = new ArrayList<>();
            try (PreparedStatement select = connection.prepareStatement(
                    "select id, quantity, name, created, price from changing where id = any(?)")) {
                select.setObject(1, keys);
                try (ResultSet rows = select.executeQuery()) {
                    while (rows.next()) {
                        items.add(item(rows));
                    }
                }
            }
            try (PreparedStatement update =
                    connection.prepareStatement("update changing set quantity = ? where id = ?")) {
                for (Item item : items) {
                    update.setInt(1, item.quantity() + 1);
                    update.setLong(2, item.id());
                    update.addBatch();
                }
                update.executeBatch();
            }
            return items.stream().mapToLong(Checks::unchanged).sum();
        });
    }

    @Override
    public long stream(int atATime) throws SQLException {
        return transaction(connection -> {
            try (PreparedStatement select =
                    connection.prepareStatement("select id, quantity, name, created, price from big")) {
                select.setFetchSize(atATime == 0 ? FETCH : atATime);
                return checks(select);
            }
        });
    }

    @Override
    protected long streamAfter(long key) throws SQLException {
        try (Connection connection = connect();
                PreparedStatement select = connection.prepareStatement(
                        "select id, quantity, name, created, price from big where id > ? and id <= ?")) {
            select.setLong(1, key);
            select.setLong(2, key + Sizes.STREAMED_TOGETHER);
            return checks(select);
        }
    }

    @Override
    public long streamRich() throws SQLException {
        return transaction(connection -> {
            try (PreparedStatement select =
                    connection.prepareStatement("select id, note, labels, numbers, document, body from rich")) {
                select.setFetchSize(FETCH);
                long sum = 0;
                try (ResultSet rows = select.executeQuery()) {
                    while (rows.next()) {
                        sum += Checks.rich(
                                rows.getLong(1),
                                rows.getString(2),
                                List.of((String[]) rows.getArray(3).getArray()),
                                List.of((Integer[]) rows.getArray(4).getArray()),
                                rows.getString(5),
                                rows.getString(6));
                    }
                }
                return sum;
            }
        });
    }

    @Override
    public long insert(int rows, boolean keys) throws SQLException {
        String sql = "insert into inserted (quantity, name, created, price) values (?, ?, ?, ?)";
        return transaction(connection -> {
            Set<Long> returned = new HashSet<>();
            try (PreparedStatement insert =
                    keys ? connection.prepareStatement(sql, new String[] {"id"}) : connection.prepareStatement(sql)) {
                for (int row = 0; row < rows; row++) {
                    bind(insert, 1, Rows.item(row));
                    insert.addBatch();
                    if (isEnd(row, rows)) {
                        insert.executeBatch();
                        returned.addAll(keys ? keys(insert) : List.of());
                    }
                }
            }
            return keys ? returned.size() : rows;
        });
    }

    private static boolean isEnd(int row, int rows) {
        return (row + 1) % BATCH == 0 || row + 1 == rows;
    }

    private static void bind(PreparedStatement statement, int first, Item item) throws SQLException {
        statement.setInt(first, item.quantity());
        statement.setString(first + 1, item.name());
        statement.setObject(first + 2, item.created());
        statement.setBigDecimal(first + 3, item.price());
    }

    private static List<Long> keys(PreparedStatement insert) throws SQLException {
        List<Long> keys = new ArrayList<>();
        try (ResultSet rows = insert.getGeneratedKeys()) {
            while (rows.next()) {
                keys.add(rows.getLong(1));
            }
        }
        return keys;
    }

    private interface Binding {
        void bind(PreparedStatement statement, Item item) throws SQLException;
    }

    private long inBatches(int rows, String sql, Binding binding) throws SQLException {
        return transaction(connection -> {
            try (PreparedStatement statement = connection.prepareStatement(sql)) {
                for (int row = 0; row < rows; row++) {
                    binding.bind(statement, Rows.item(row, row + 1L));
                    statement.addBatch();
                    if (isEnd(row, rows)) {
                        statement.executeBatch();
                    }
                }
            }
            return rows;
        });
    }

    @Override
    public long upsert(int rows) throws SQLException {
        String sql = "insert into written (id, quantity, name, created, price) values (?, ?, ?, ?, ?)"
                + " on conflict (id) do update set quantity = excluded.quantity, name = excluded.name,"
                + " created = excluded.created, price = excluded.price";
        return inBatches(rows, sql, (statement, item) -> {
            statement.setLong(1, item.id());
            bind(statement, 2, item);
        });
    }

    @Override
    public long update(int rows) throws SQLException {
        return inBatches(rows, "update written set quantity = ?, price = ? where id = ?", (statement, item) -> {
            statement.setInt(1, item.quantity());
            statement.setBigDecimal(2, item.price());
            statement.setLong(3, item.id());
        });
    }

    @Override
    public long graph(long first, int count) throws SQLException {
        try (Connection connection = connect()) {
            List<Graph.Author> authors = authors(connection, first, count);
            List<Graph.Book> books = books(connection, authors);
            return Graph.check(Graph.join(authors, books, bookTags(connection, books)));
        }
    }

    private static List<Graph.Author> authors(Connection connection, long first, int count) throws SQLException {
        List<Graph.Author> authors = new ArrayList<>();
        try (PreparedStatement select =
                connection.prepareStatement("select id, name from author where id >= ? and id < ?")) {
            select.setLong(1, first);
            select.setLong(2, first + count);
            try (ResultSet rows = select.executeQuery()) {
                while (rows.next()) {
                    authors.add(new Graph.Author(rows.getLong(1), rows.getString(2)));
                }
            }
        }
        return authors;
    }

    private static List<Graph.Book> books(Connection connection, List<Graph.Author> authors) throws SQLException {
        List<Graph.Book> books = new ArrayList<>();
        try (PreparedStatement select = connection.prepareStatement(
                "select id, author_id, title, published, price from book where author_id = any(?)")) {
            select.setObject(1, authors.stream().mapToLong(Graph.Author::id).toArray());
            try (ResultSet rows = select.executeQuery()) {
                while (rows.next()) {
                    BigDecimal price = rows.getBigDecimal(5);
                    books.add(
                            new Graph.Book(rows.getLong(1), rows.getLong(2), rows.getString(3), rows.getInt(4), price));
                }
            }
        }
        return books;
    }

    private static List<Graph.BookTag> bookTags(Connection connection, List<Graph.Book> books) throws SQLException {
        List<Graph.BookTag> tags = new ArrayList<>();
        try (PreparedStatement select = connection.prepareStatement("select bt.book_id, t.id, t.name from book_tag bt"
                + " join tag t on t.id = bt.tag_id where bt.book_id = any(?)")) {
            select.setObject(1, books.stream().mapToLong(Graph.Book::id).toArray());
            try (ResultSet rows = select.executeQuery()) {
                while (rows.next()) {
                    tags.add(new Graph.BookTag(rows.getLong(1), rows.getLong(2), rows.getString(3)));
                }
            }
        }
        return tags;
    }

    @Override
    public void unitOfWork(UnitOfWork work) throws SQLException {
        transaction(connection -> {
            List<Long> children = insertChildren(connection, work, insertParents(connection, work));
            changeChildren(connection, work, children);
            return deleteChildren(connection, work, children);
        });
    }

    private static List<Long> insertParents(Connection connection, UnitOfWork work) throws SQLException {
        try (PreparedStatement insert =
                connection.prepareStatement("insert into parent (name, created) values (?, ?)", new String[] {"id"})) {
            for (int parent = 0; parent < work.parents(); parent++) {
                insert.setString(1, work.parentName(parent));
                insert.setObject(2, work.created(parent));
                insert.addBatch();
            }
            insert.executeBatch();
            return keys(insert);
        }
    }

    private static List<Long> insertChildren(Connection connection, UnitOfWork work, List<Long> parents)
            throws SQLException {
        try (PreparedStatement insert = connection.prepareStatement(
                "insert into child (parent_id, name, quantity) values (?, ?, ?)", new String[] {"id"})) {
            for (int row = 0; row < work.children(); row++) {
                insert.setLong(1, parents.get(row / UnitOfWork.CHILDREN));
                insert.setString(2, work.childName(row));
                insert.setInt(3, work.quantity(row));
                insert.addBatch();
            }
            insert.executeBatch();
            return keys(insert);
        }
    }

    private static void changeChildren(Connection connection, UnitOfWork work, List<Long> children)
            throws SQLException {
        try (PreparedStatement update =
                connection.prepareStatement("update child set quantity = ?, name = ? where id = ?")) {
            for (int row = 0; row < work.changed(); row++) {
                update.setInt(1, work.changedQuantity(work.quantity(row)));
                update.setString(2, work.changedName(work.childName(row)));
                update.setLong(3, children.get(row));
                update.addBatch();
            }
            update.executeBatch();
        }
    }

    private static int deleteChildren(Connection connection, UnitOfWork work, List<Long> children) throws SQLException {
        long[] all = children.stream().mapToLong(Long::longValue).toArray();
        try (PreparedStatement delete = connection.prepareStatement("delete from child where id = any(?)")) {
            delete.setObject(1, Arrays.copyOfRange(all, all.length - work.deleted(), all.length));
            return delete.executeUpdate();
        }
    }

    @Override
    public void close() {
        Objects.requireNonNull(source).close();
    }
}
