package io.athanor.benchmarks.sqlite;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.sql.Connection;
import java.sql.DriverManager;
import java.sql.SQLException;
import java.sql.Statement;

/** A database file with one table of items, in WAL mode, for the life of a benchmark. */
final class ItemFile implements AutoCloseable {
    static final String INSERT = "INSERT INTO item (id, name, price) VALUES (?, ?, ?)";

    private final Path folder;
    private final Path file;

    private ItemFile(Path folder) {
        this.folder = folder;
        this.file = folder.resolve("items.db");
    }

    static ItemFile with(int rows) {
        try {
            ItemFile file = new ItemFile(Files.createTempDirectory("athanor-benchmark"));
            file.fill(rows);
            return file;
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    private void fill(int rows) {
        try (Connection connection = jdbc();
                Statement statement = connection.createStatement()) {
            statement.execute("CREATE TABLE item (id INTEGER PRIMARY KEY, name TEXT, price REAL)");
            statement.execute("WITH RECURSIVE n(i) AS (SELECT 1 UNION ALL SELECT i + 1 FROM n LIMIT " + rows
                    + ") INSERT INTO item SELECT i, 'item number ' || i, i * 0.25 FROM n WHERE " + rows + " > 0");
        } catch (SQLException e) {
            throw new IllegalStateException(e);
        }
    }

    Connection jdbc() throws SQLException {
        Connection connection = DriverManager.getConnection("jdbc:sqlite:" + file);
        try (Statement statement = connection.createStatement()) {
            statement.execute("PRAGMA journal_mode = WAL");
            statement.execute("PRAGMA synchronous = NORMAL");
        }
        return connection;
    }

    String url() {
        return "sqlite:" + file + "?journalMode=wal&synchronous=normal";
    }

    @Override
    public void close() {
        try (var files = Files.list(folder)) {
            for (Path each : files.toList()) {
                Files.delete(each);
            }
            Files.delete(folder);
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }
}
