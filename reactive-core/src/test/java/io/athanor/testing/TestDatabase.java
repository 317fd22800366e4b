package io.athanor.testing;

import io.r2dbc.spi.ConnectionFactories;
import io.r2dbc.spi.ConnectionFactory;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.UUID;
import org.jspecify.annotations.Nullable;

/**
 * A fresh, empty, real database that no other test class sees.
 *
 * <pre>{@code
 * private static final TestDatabase DATABASE = TestDatabase.postgres();
 *
 * DATABASE.execute("create table emp (id int primary key)");
 * Engine engine = Engine.of(DATABASE.url());
 * assertThat(DATABASE.column("select count(*) from emp")).containsExactly(0L);
 * }</pre>
 *
 * <p>H2 lives in this JVM until it ends. PostgreSQL is a database on the one server that all test classes of this JVM
 * share (see {@link PostgresServer} for where that comes from), started when it is first asked for. The methods block:
 * they are for the test's own thread.
 */
public final class TestDatabase {
    private final String name;
    private final String url;
    private final ConnectionFactory connectionFactory;

    private TestDatabase(String name, String url) {
        this.name = name;
        this.url = url;
        this.connectionFactory = ConnectionFactories.get(url);
    }

    /** An H2 database in memory. */
    public static TestDatabase h2() {
        return new TestDatabase("H2", "r2dbc:h2:mem:///" + uniqueName() + ";DB_CLOSE_DELAY=-1");
    }

    /** An H2 database in a file, removed when the JVM ends. */
    public static TestDatabase h2File() {
        try {
            Path directory = Files.createTempDirectory("athanor-h2-");
            TemporaryFiles.deleteAtExit(directory);
            return new TestDatabase("H2 file", "r2dbc:h2:file:///" + directory.resolve("test"));
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    /** A SQLite database in a file, removed when the JVM ends. */
    public static TestDatabase sqlite() {
        return sqlite("");
    }

    /** The same with more parameters in its URL, each after an {@code &}. */
    public static TestDatabase sqlite(String parameters) {
        try {
            Path directory = Files.createTempDirectory("athanor-sqlite-");
            TemporaryFiles.deleteAtExit(directory);
            return new TestDatabase(
                    "SQLite",
                    "r2dbc:sqlite:///" + directory.resolve("test.db") + "?journalMode=wal&synchronous=off"
                            + parameters);
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    /** A database on the PostgreSQL server that the test classes of this JVM share. */
    public static TestDatabase postgres() {
        return new TestDatabase("PostgreSQL", PostgresServer.shared().createDatabase(uniqueName()));
    }

    /** Numbers to select from, in a column {@code i} of a source {@code s}. */
    public String numbers(long from, long to) {
        return switch (name) {
            case "PostgreSQL" -> "generate_series(" + from + ", " + to + ") as s(i)";
            case "SQLite" ->
                "(with recursive n(i) as (select " + from + " union all select i + 1 from n where i < " + to
                        + ") select i from n) as s";
            default -> "system_range(" + from + ", " + to + ") as s(i)";
        };
    }

    /** What to call it in a test's display name. */
    public String name() {
        return name;
    }

    /** Its R2DBC URL. */
    public String url() {
        return url;
    }

    /** Opens a new connection for each subscriber, without a pool. */
    public ConnectionFactory connectionFactory() {
        return connectionFactory;
    }

    /** Like {@link #connectionFactory()}, and remembers what is done with the connections. */
    public RecordingConnectionFactory recordingConnectionFactory() {
        return new RecordingConnectionFactory(connectionFactory);
    }

    /** Runs statements without parameters one after another on one connection of its own, in autocommit mode. */
    public void execute(String... statements) {
        new BlockingSql(connectionFactory).execute(statements);
    }

    /** The first column of every row of a query. */
    public List<@Nullable Object> column(String query) {
        return new BlockingSql(connectionFactory).column(query);
    }

    @Override
    public String toString() {
        return name;
    }

    private static String uniqueName() {
        return "athanor_" + UUID.randomUUID().toString().replace("-", "");
    }
}
