package io.athanor.r2dbc.sqlite;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.assertj.core.api.Assertions.catchThrowableOfType;

import io.r2dbc.spi.ConnectionFactoryOptions;
import io.r2dbc.spi.R2dbcBadGrammarException;
import io.r2dbc.spi.R2dbcException;
import io.r2dbc.spi.R2dbcNonTransientResourceException;
import io.r2dbc.spi.R2dbcPermissionDeniedException;
import io.r2dbc.spi.R2dbcRollbackException;
import java.io.IOException;
import java.nio.ByteBuffer;
import java.nio.channels.FileChannel;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardOpenOption;
import java.util.Random;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

final class FailureTest {
    @TempDir
    private Path folder;

    private final SqliteConnection connection = Sql.open(SqliteConnectionFactory.of("sqlite::memory:"));

    @AfterEach
    void close() {
        Sql.awaitEnd(connection.close());
    }

    private R2dbcException failure(String sql) {
        return catchThrowableOfType(R2dbcException.class, () -> Sql.awaitRun(connection, sql));
    }

    @ParameterizedTest
    @CsvSource(
            delimiter = '#',
            quoteCharacter = '~',
            value = {
                "INSERT INTO emp (id, email) VALUES (1, 'x')        # 23505 # 1555 # ~~              # emp # id",
                "INSERT INTO emp (email, dept) VALUES ('a', 1)      # 23505 # 2067 # ~~              # emp # email, dept",
                "INSERT INTO emp (email) VALUES (NULL)              # 23502 # 1299 # ~~              # emp # email",
                "INSERT INTO emp (email, age) VALUES ('c', -1)      # 23514 # 275  # adult           # ~~  # ~~",
                "INSERT INTO emp (email, boss) VALUES ('d', 99)     # 23503 # 787  # ~~              # ~~  # ~~",
                "INSERT INTO emp (email, name) VALUES ('A', 'A')      # 23505 # 2067 # emp_lower_name  # ~~  # ~~",
                "INSERT INTO strictly (n) VALUES ('x')              # 22018 # 3091 # ~~ # strictly # n",
            })
    void shouldNameTheConstraintThatWasViolated(
            String sql, String state, int code, String constraint, String table, String columns) {
        Sql.awaitRun(
                connection,
                "CREATE TABLE emp (id INTEGER PRIMARY KEY, email TEXT NOT NULL, dept, name, boss REFERENCES emp,"
                        + " age CONSTRAINT adult CHECK (age >= 18), UNIQUE (email, dept));"
                        + "CREATE UNIQUE INDEX emp_lower_name ON emp (lower(name));"
                        + "CREATE TABLE strictly (n INTEGER) STRICT;"
                        + "INSERT INTO emp (id, email, dept, name) VALUES (1, 'a', 1, 'a')");

        SqliteConstraintViolationException violation = (SqliteConstraintViolationException) failure(sql);

        assertThat(violation.getSqlState()).isEqualTo(state);
        assertThat(violation.getErrorCode()).isEqualTo(code);
        assertThat(violation.constraint() == null ? "" : violation.constraint()).isEqualTo(constraint);
        assertThat(violation.table() == null ? "" : violation.table()).isEqualTo(table);
        assertThat(String.join(", ", violation.columns())).isEqualTo(columns);
        assertThat(violation.getSql()).isEqualTo(sql.strip());
    }

    @ParameterizedTest
    @CsvSource({
        "SELEC 1, 42601",
        "SELECT * FROM nowhere, 42P01",
        "SELECT missing, 42703",
        "SELECT count(1_2_), 42000",
        "SELECT abs(-9223372036854775808), 22003",
        "SELECT json('nothing'), 22032"
    })
    void shouldCallBadSqlByItsSqlState(String sql, String state) {
        R2dbcException failure = failure(sql);

        assertThat(failure).isInstanceOf(R2dbcBadGrammarException.class);
        assertThat(failure.getSqlState()).isEqualTo(state);
        assertThat(failure.getSql()).isEqualTo(sql);
    }

    @Test
    void shouldNotRepeatBoundValues() {
        Sql.awaitRun(connection, "CREATE TABLE secret (word TEXT UNIQUE)");
        SqliteStatement statement = connection
                .createStatement("INSERT INTO secret VALUES (?), (?1)")
                .bind(0, "xyzzy");

        assertThatThrownBy(() -> Sql.awaitEnd(statement.execute()))
                .isInstanceOf(SqliteConstraintViolationException.class)
                .hasMessageNotContaining("xyzzy");
    }

    @Test
    void shouldSayThatAFolderIsMissing() {
        Path file = folder.resolve("no/such/folder/x.db");

        assertThatThrownBy(() -> Sql.open(SqliteConnectionFactory.of("sqlite:" + file)))
                .isInstanceOf(R2dbcNonTransientResourceException.class)
                .hasMessageContaining(file.getParent() + " does not exist");
    }

    @Test
    void shouldSayThatAFileToReadIsMissing() {
        assertThatThrownBy(() ->
                        Sql.open(SqliteConnectionFactory.of("sqlite:" + folder.resolve("x.db") + "?readOnly=true")))
                .hasMessageContaining("does not exist");
    }

    @Test
    void shouldRefuseWritesToAReadOnlyFile() {
        Path file = folder.resolve("x.db");
        Sql.with(SqliteConnectionFactory.of("sqlite:" + file), writer -> {
            Sql.awaitRun(writer, "CREATE TABLE t (a)");
            return writer;
        });

        Sql.with(SqliteConnectionFactory.of("sqlite:" + file + "?readOnly=true"), reader -> {
            assertThatThrownBy(() -> Sql.awaitRun(reader, "INSERT INTO t VALUES (1)"))
                    .isInstanceOf(R2dbcNonTransientResourceException.class)
                    .extracting(e -> ((R2dbcException) e).getSqlState())
                    .isEqualTo("25006");
            return reader;
        });
    }

    @Test
    void shouldRefuseAnEncryptedFileAndLeaveNoThread() throws IOException {
        Path file = folder.resolve("encrypted.db");
        byte[] noise = new byte[8192];
        new Random(1).nextBytes(noise);
        Files.write(file, noise);
        SqliteConnectionFactory factory = SqliteConnectionFactory.of("sqlite:" + file + "?maxConnections=1");

        for (int i = 0; i < 3; i++) {
            assertThatThrownBy(() -> Sql.open(factory))
                    .isInstanceOf(R2dbcPermissionDeniedException.class)
                    .hasMessageContaining("password");
        }
    }

    @Test
    void shouldRefuseAPasswordThatWouldBeIgnored() {
        ConnectionFactoryOptions options = ConnectionFactoryOptions.builder()
                .option(ConnectionFactoryOptions.DRIVER, "sqlite")
                .option(
                        ConnectionFactoryOptions.DATABASE,
                        folder.resolve("x.db").toString())
                .option(ConnectionFactoryOptions.PASSWORD, "xyzzy")
                .build();

        assertThatThrownBy(() -> Sql.open(SqliteConnectionFactory.of(options)))
                .hasMessageContaining("cannot encrypt")
                .hasMessageNotContaining("xyzzy");
    }

    @Test
    void shouldTellThatAFileIsCorrupt() throws IOException {
        Path file = folder.resolve("corrupt.db");
        SqliteConnectionFactory factory = SqliteConnectionFactory.of("sqlite:" + file);
        Sql.with(factory, writer -> {
            Sql.awaitRun(writer, "CREATE TABLE t (a); INSERT INTO t VALUES (zeroblob(100000))");
            Sql.awaitRun(writer, "INSERT INTO t " + Sql.numbers(10_000));
            return writer;
        });
        try (FileChannel channel = FileChannel.open(file, StandardOpenOption.WRITE)) {
            for (long at = 4096; at < channel.size(); at += 4096) {
                channel.write(ByteBuffer.wrap(new byte[] {-1, -1, -1, -1, -1, -1, -1, -1}), at);
            }
        }

        Sql.with(factory, reader -> {
            assertThatThrownBy(() -> Sql.awaitRun(reader, "SELECT * FROM t"))
                    .isInstanceOf(R2dbcNonTransientResourceException.class)
                    .extracting(e -> ((R2dbcException) e).getSqlState())
                    .isEqualTo("XX001");
            return reader;
        });
    }

    @Test
    void shouldTellThatTheDiskIsFullAndKeepWhatWasThere() {
        Sql.awaitRun(connection, "PRAGMA max_page_count = 20; CREATE TABLE t (a); INSERT INTO t VALUES (1)");

        assertThatThrownBy(() -> Sql.awaitRun(connection, "INSERT INTO t VALUES (zeroblob(1000000))"))
                .isInstanceOf(R2dbcNonTransientResourceException.class)
                .extracting(e -> ((R2dbcException) e).getSqlState())
                .isEqualTo("53100");

        assertThat(Sql.awaitAll(Sql.select(connection, "SELECT a FROM t", Integer.class)))
                .containsExactly(1);
    }

    @Test
    void shouldEndATransactionThatRolledItselfBack() {
        Sql.awaitRun(connection, "CREATE TABLE t (a UNIQUE ON CONFLICT ROLLBACK)");
        Sql.awaitEnd(connection.beginTransaction());
        Sql.awaitRun(connection, "INSERT INTO t VALUES (1)");
        assertThat(failure("INSERT INTO t VALUES (1)")).isInstanceOf(SqliteConstraintViolationException.class);

        assertThat(failure("INSERT INTO t VALUES (2)")).isInstanceOf(R2dbcRollbackException.class);
        Sql.awaitEnd(connection.rollbackTransaction());
        Sql.awaitRun(connection, "INSERT INTO t VALUES (3)");

        assertThat(Sql.awaitAll(Sql.select(connection, "SELECT a FROM t", Integer.class)))
                .containsExactly(3);
    }

    @Test
    void shouldFailAnExecutionAtItsFirstBadCommandAndRunNoOther() {
        Sql.awaitRun(connection, "CREATE TABLE t (a)");

        assertThat(failure("INSERT INTO t VALUES (1); INSERT INTO nowhere VALUES (1); INSERT INTO t VALUES (2)"))
                .hasMessageContaining("nowhere");

        assertThat(Sql.awaitAll(Sql.select(connection, "SELECT a FROM t", Integer.class)))
                .containsExactly(1);
    }
}
