package io.athanor.benchmarks.sqlite;

import java.sql.Connection;
import java.sql.PreparedStatement;
import java.sql.ResultSet;
import java.sql.SQLException;

/** The work as a careful user of sqlite-jdbc does it. */
final class JdbcItems implements AutoCloseable {
    private final Connection connection;
    private final PreparedStatement byId;

    private JdbcItems(ItemFile file) throws SQLException {
        this.connection = file.jdbc();
        this.byId = connection.prepareStatement("SELECT name FROM item WHERE id = ?");
    }

    static JdbcItems open(ItemFile file) {
        try {
            return new JdbcItems(file);
        } catch (SQLException e) {
            throw new IllegalStateException(e);
        }
    }

    String name(long id) throws SQLException {
        byId.setLong(1, id);
        try (ResultSet rows = byId.executeQuery()) {
            rows.next();
            return rows.getString(1);
        }
    }

    /** The sum over all rows, each of whose columns is read, and asked whether it is null. */
    double stream() throws SQLException {
        double sum = 0;
        try (PreparedStatement all = connection.prepareStatement("SELECT id, name, price FROM item");
                ResultSet rows = all.executeQuery()) {
            while (rows.next()) {
                long id = rows.getLong(1);
                sum += rows.wasNull() ? 0 : id;
                String name = rows.getString(2);
                sum += name == null ? 0 : name.length();
                double price = rows.getDouble(3);
                sum += rows.wasNull() ? 0 : price;
            }
        }
        return sum;
    }

    /** All rows as one JDBC batch, in a transaction that is then undone. */
    long insert(int rows) throws SQLException {
        connection.setAutoCommit(false);
        try (PreparedStatement insert = connection.prepareStatement(ItemFile.INSERT)) {
            for (int i = 0; i < rows; i++) {
                insert.setLong(1, i);
                insert.setString(2, "item");
                insert.setDouble(3, i * 0.25);
                insert.addBatch();
            }
            return insert.executeBatch().length;
        } finally {
            connection.rollback();
            connection.setAutoCommit(true);
        }
    }

    @Override
    public void close() throws SQLException {
        connection.close();
    }
}
