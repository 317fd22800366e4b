package io.athanor.benchmarks.peers.table;

import io.athanor.benchmarks.peers.Database;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.sql.Connection;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.sql.Statement;
import java.util.StringJoiner;

/** A connection from aside: makes and looks at what contenders work on. */
final class Observer implements AutoCloseable {
    private static final long NANOS_PER_TICK = 10_000_000;
    private static final int USER_TICKS = 11;
    private static final int SYSTEM_TICKS = 12;

    private final Connection connection;

    Observer(Database database) throws SQLException {
        this.connection = database.connect();
    }

    void execute(String sql) throws SQLException {
        try (Statement statement = connection.createStatement()) {
            statement.execute(sql);
        }
    }

    /** The columns of the only row, with blanks between them. */
    String row(String sql) throws SQLException {
        try (Statement statement = connection.createStatement();
                ResultSet rows = statement.executeQuery(sql)) {
            rows.next();
            StringJoiner row = new StringJoiner(" ");
            for (int i = 1; i <= rows.getMetaData().getColumnCount(); i++) {
                row.add(rows.getString(i));
            }
            return row.toString();
        }
    }

    /** What the server's other processes have computed; 0 where they run on another machine. */
    long serverCpuNanos() throws SQLException {
        long ticks = 0;
        try (Statement statement = connection.createStatement();
                ResultSet rows =
                        statement.executeQuery("select pid from pg_stat_activity where pid <> pg_backend_pid()")) {
            while (rows.next()) {
                ticks += ticks(rows.getString(1));
            }
        }
        return ticks * NANOS_PER_TICK;
    }

    private static long ticks(String process) {
        try {
            String line = Files.readString(Path.of("/proc", process, "stat"));
            String[] fields = line.substring(line.lastIndexOf(')') + 2).split(" ", -1);
            return Long.parseLong(fields[USER_TICKS]) + Long.parseLong(fields[SYSTEM_TICKS]);
        } catch (IOException goneOrElsewhere) {
            return 0;
        }
    }

    @Override
    public void close() throws SQLException {
        connection.close();
    }
}
