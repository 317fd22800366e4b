package io.athanor.r2dbc.sqlite;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import io.r2dbc.pool.ConnectionPool;
import io.r2dbc.pool.ConnectionPoolConfiguration;
import io.r2dbc.spi.Blob;
import io.r2dbc.spi.Connection;
import io.r2dbc.spi.ConnectionFactories;
import io.r2dbc.spi.R2dbcTransientResourceException;
import io.r2dbc.spi.Result;
import io.r2dbc.spi.Wrapped;
import java.io.IOException;
import java.nio.ByteBuffer;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.util.List;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.condition.EnabledOnOs;
import org.junit.jupiter.api.condition.OS;
import org.junit.jupiter.api.io.TempDir;
import reactor.core.publisher.Flux;
import reactor.core.publisher.Mono;

final class ConcurrencyTest {
    @TempDir
    private Path folder;

    private SqliteConnectionFactory factory(String options) {
        return SqliteConnectionFactory.of("sqlite:" + folder.resolve("shared.db") + "?journalMode=wal&" + options);
    }

    @Test
    void shouldReadFromManyConnectionsWhileOneWrites() {
        SqliteConnectionFactory factory = factory("synchronous=normal");
        Sql.with(factory, connection -> {
            Sql.awaitRun(connection, "CREATE TABLE pair (a INTEGER, b INTEGER); INSERT INTO pair VALUES (0, 0)");
            return connection;
        });

        Mono<Void> writer = Mono.usingWhen(
                factory.create(),
                connection -> Flux.range(1, 300)
                        .concatMap(
                                i -> Sql.run((SqliteConnection) connection, "UPDATE pair SET a = " + i + ", b = " + i))
                        .then(),
                Connection::close);
        Flux<Boolean> readers = Flux.range(0, 8)
                .flatMap(i -> Flux.usingWhen(
                        factory.create(),
                        connection -> Sql.select(connection, "SELECT a = b FROM pair", Boolean.class)
                                .repeat(100),
                        Connection::close));

        assertThat(Sql.await(writer.thenMany(Flux.<Boolean>empty())
                        .mergeWith(readers)
                        .all(consistent -> consistent)))
                .isTrue();
    }

    @Test
    void shouldShareAMemoryDatabaseAsLongAsAConnectionLives() {
        SqliteConnectionFactory factory = SqliteConnectionFactory.of("sqlite:mem:///living");
        SqliteConnection first = Sql.open(factory);
        Sql.awaitRun(first, "CREATE TABLE t (a); INSERT INTO t VALUES (1)");
        SqliteConnection second = Sql.open(SqliteConnectionFactory.of("sqlite:mem:living"));
        Sql.awaitEnd(first.close());

        assertThat(Sql.awaitAll(Sql.select(second, "SELECT a FROM t", Integer.class)))
                .containsExactly(1);

        Sql.awaitEnd(second.close());
        Sql.with(factory, later -> {
            assertThatThrownBy(() -> Sql.awaitRun(later, "SELECT a FROM t")).hasMessageContaining("no such table");
            return later;
        });
    }

    @Test
    void shouldRefuseAConnectionMoreThanAllowedAndAcceptOneAfterAClose() {
        SqliteConnectionFactory factory = factory("maxConnections=2");
        SqliteConnection first = Sql.open(factory);
        SqliteConnection second = Sql.open(factory);

        assertThatThrownBy(() -> Sql.open(factory))
                .isInstanceOf(R2dbcTransientResourceException.class)
                .hasMessageContaining("2 open connections")
                .hasMessageContaining("maxConnections");
        Sql.awaitEnd(first.close());
        Sql.awaitEnd(Sql.open(factory).close());
        Sql.awaitEnd(second.close());
    }

    @Test
    void shouldWaitForOthersThatChangeTheJournalMode() {
        for (int file = 0; file < 30; file++) {
            SqliteConnectionFactory factory = SqliteConnectionFactory.of(
                    "sqlite:" + folder.resolve("mode" + file + ".db") + "?journalMode=wal&maxConnections=24");

            Sql.awaitEnd(Flux.range(0, 24)
                    .flatMap(i -> factory.create(), 24)
                    .collectList()
                    .flatMapMany(Flux::fromIterable)
                    .flatMap(Connection::close, 24));
        }
    }

    @Test
    @EnabledOnOs(OS.LINUX)
    void shouldLeaveNoThreadAndNoFileHandleBehind() throws IOException {
        SqliteConnectionFactory factory = SqliteConnectionFactory.of(
                "sqlite:" + folder.resolve("hundred.db") + "?journalMode=wal&maxConnections=100");

        Sql.awaitEnd(Flux.range(0, 100)
                .flatMap(i -> factory.create(), 100)
                .flatMap(
                        connection -> Sql.run(connection, "CREATE TABLE IF NOT EXISTS t (a)")
                                .thenReturn(connection),
                        100)
                .collectList()
                .flatMapMany(Flux::fromIterable)
                .flatMap(Connection::close, 100));

        assertThat(openFiles()).isEmpty();
        assertThat(Sql.await(Flux.interval(Duration.ofMillis(100))
                        .map(tick -> workerThreads())
                        .filter(List::isEmpty)
                        .next()))
                .isEmpty();
    }

    private List<String> openFiles() throws IOException {
        try (Stream<Path> handles = Files.list(Path.of("/proc/self/fd"))) {
            return handles.map(ConcurrencyTest::target)
                    .filter(target -> target.contains(folder.toString()))
                    .toList();
        }
    }

    private static String target(Path link) {
        try {
            return Files.readSymbolicLink(link).toString();
        } catch (IOException e) {
            return "closed meanwhile";
        }
    }

    private static List<String> workerThreads() {
        return Thread.getAllStackTraces().keySet().stream()
                .map(Thread::getName)
                .filter(name -> name.startsWith("r2dbc-sqlite-hundred.db"))
                .toList();
    }

    @Test
    void shouldKeepABlobOfFiftyMegabytes() {
        int part = 1 << 20;
        Blob blob = Blob.from(Flux.range(0, 50).map(i -> ByteBuffer.wrap(new byte[part])));

        Sql.with(factory("synchronous=off"), connection -> {
            Sql.awaitRun(connection, "CREATE TABLE large (content BLOB)");
            Sql.awaitEnd(connection
                    .createStatement("INSERT INTO large VALUES (?)")
                    .bind(0, blob)
                    .execute()
                    .concatMap(Result::getRowsUpdated));

            assertThat(Sql.await(Sql.select(connection, "SELECT content FROM large", Blob.class)
                            .concatMap(Blob::stream)
                            .map(ByteBuffer::remaining)
                            .reduce(Integer::sum)))
                    .isEqualTo(50 * part);
            return connection;
        });
    }

    @Test
    void shouldComeBackCleanFromAPool() {
        ConnectionPool pool = new ConnectionPool(ConnectionPoolConfiguration.builder(factory("busyTimeout=1000"))
                .maxSize(1)
                .build());
        Sql.awaitEnd(Mono.usingWhen(
                pool.create(),
                connection -> Sql.run(connection, "CREATE TABLE t (a)")
                        .then(Mono.from(connection.setLockWaitTimeout(Duration.ofMillis(1))))
                        .then(Sql.run(connection, "BEGIN; INSERT INTO t VALUES (1)")),
                Connection::close));

        SqliteConnection inner = Sql.await(pool.create()
                .flatMap(connection -> Mono.from(connection.close()).thenReturn(unwrap(connection))));

        assertThat(inner.isAutoCommit()).isTrue();
        assertThat(inner.database().lockWait().timeout()).isEqualTo(Duration.ofSeconds(1));
        assertThat(Sql.awaitAll(Flux.usingWhen(
                        pool.create(),
                        connection -> Sql.select(connection, "SELECT count(*) FROM t", Integer.class),
                        Connection::close)))
                .containsExactly(0);
        pool.dispose();
    }

    private static SqliteConnection unwrap(Connection connection) {
        return (SqliteConnection) ((Wrapped<?>) connection).unwrap();
    }

    @Test
    void shouldServeManyUsersOfASmallPool() {
        ConnectionPool pool = (ConnectionPool)
                ConnectionFactories.get("r2dbc:pool:sqlite:mem:///pooled?maxSize=4&initialSize=1&busyTimeout=PT20S");

        Flux<Long> users = Flux.range(0, 200)
                .flatMap(
                        i -> Mono.usingWhen(
                                pool.create(),
                                connection -> Sql.run(
                                        connection,
                                        "CREATE TABLE IF NOT EXISTS t (a); INSERT INTO t VALUES (" + i + ")"),
                                Connection::close),
                        20);

        assertThat(Sql.await(users.reduce(Long::sum))).isEqualTo(200);
        Sql.awaitEnd(pool.disposeLater());
    }
}
