package io.athanor.r2dbc.sqlite;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import io.r2dbc.spi.ConnectionFactoryOptions;
import io.r2dbc.spi.R2dbcTimeoutException;
import io.r2dbc.spi.R2dbcTransientResourceException;
import java.nio.file.Path;
import java.time.Duration;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

/** What options come to on an open connection. */
final class OptionsTest {
    @TempDir
    private Path folder;

    private SqliteConnectionFactory factory(String options) {
        return SqliteConnectionFactory.of("sqlite:" + folder.resolve("options.db") + "?" + options);
    }

    private static List<String> pragma(SqliteConnectionFactory factory, String name) {
        return Sql.with(factory, connection -> Sql.awaitAll(Sql.select(connection, "PRAGMA " + name, String.class)));
    }

    @ParameterizedTest
    @CsvSource({
        "foreign_keys, '', 1",
        "foreign_keys, foreignKeys=false, 0",
        "journal_mode, '', delete",
        "journal_mode, journalMode=wal, wal",
        "journal_mode, journalMode=truncate, truncate",
        "journal_mode, journalMode=persist, persist",
        "journal_mode, journalMode=memory, memory",
        "journal_mode, journalMode=off, off",
        "synchronous, '', 2",
        "synchronous, synchronous=off, 0",
        "synchronous, synchronous=normal, 1",
        "synchronous, synchronous=extra, 3",
        "cache_size, '', -2000",
        "cache_size, cacheSize=-4000, -4000",
        "cache_size, cacheSize=300, 300",
    })
    void shouldSetUpTheConnection(String pragma, String options, String value) {
        assertThat(pragma(factory(options), pragma)).containsExactly(value);
    }

    @Test
    void shouldTakeOptionsByTheirTypes() {
        SqliteConnectionFactory factory = SqliteConnectionFactory.of(ConnectionFactoryOptions.builder()
                .option(ConnectionFactoryOptions.DRIVER, "sqlite")
                .option(
                        ConnectionFactoryOptions.DATABASE,
                        folder.resolve("options.db").toString())
                .option(ConnectionFactoryOptions.LOCK_WAIT_TIMEOUT, Duration.ofMillis(7))
                .option(SqliteOptions.CACHE_SIZE, 300)
                .option(SqliteOptions.FOREIGN_KEYS, false)
                .build());

        assertThat(pragma(factory, "cache_size")).containsExactly("300");
        assertThat(pragma(factory, "foreign_keys")).containsExactly("0");
        Duration lockWait =
                Sql.with(factory, connection -> connection.database().lockWait().timeout());
        assertThat(lockWait).isEqualTo(Duration.ofMillis(7));
    }

    @ParameterizedTest
    @CsvSource({"deferred, false", "immediate, true", "exclusive, true"})
    void shouldBeginTransactionsInTheModeAskedFor(String mode, boolean locked) {
        SqliteConnection first = Sql.open(factory("transactionMode=" + mode));
        SqliteConnection second = Sql.open(factory("busyTimeout=0"));
        Sql.awaitEnd(first.beginTransaction());

        if (locked) {
            assertThatThrownBy(() -> Sql.awaitRun(second, "CREATE TABLE t (a)"))
                    .isInstanceOf(R2dbcTransientResourceException.class);
        } else {
            Sql.awaitRun(second, "CREATE TABLE t (a)");
        }

        Sql.awaitEnd(first.close());
        Sql.awaitEnd(second.close());
    }

    @Test
    void shouldKeepReadersOutWhileATransactionIsExclusive() {
        Sql.with(factory(""), connection -> {
            Sql.awaitRun(connection, "CREATE TABLE t (a)");
            return connection;
        });
        SqliteConnection writer = Sql.open(factory("transactionMode=exclusive"));
        SqliteConnection reader = Sql.open(factory("busyTimeout=0"));
        Sql.awaitEnd(writer.beginTransaction());

        assertThatThrownBy(() -> Sql.awaitRun(reader, "SELECT a FROM t"))
                .isInstanceOf(R2dbcTransientResourceException.class);

        Sql.awaitEnd(writer.close());
        Sql.awaitEnd(reader.close());
    }

    @Test
    void shouldEndStatementsAtTheTimeoutAskedFor() {
        Sql.with(factory("statementTimeout=PT0.02S"), connection -> {
            assertThatThrownBy(() -> Sql.awaitRun(connection, Sql.ENDLESS)).isInstanceOf(R2dbcTimeoutException.class);
            return connection;
        });
    }
}
