package io.athanor.r2dbc.sqlite;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import io.r2dbc.spi.R2dbcRollbackException;
import io.r2dbc.spi.R2dbcTimeoutException;
import io.r2dbc.spi.Result;
import io.r2dbc.spi.ValidationDepth;
import java.nio.file.Path;
import java.time.Duration;
import java.util.concurrent.CountDownLatch;
import java.util.concurrent.atomic.AtomicReference;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.reactivestreams.Subscription;
import reactor.core.Disposable;
import reactor.core.publisher.Flux;
import reactor.core.publisher.Mono;
import reactor.test.StepVerifier;
import reactor.util.retry.Retry;

final class CancelTest {
    @TempDir
    private Path folder;

    private SqliteConnectionFactory factory = SqliteConnectionFactory.of("sqlite::memory:");
    private SqliteConnection connection = Sql.open(factory);

    @BeforeEach
    void open() {
        Sql.awaitEnd(connection.close());
        factory = SqliteConnectionFactory.of("sqlite:" + folder.resolve("cancel.db") + "?busyTimeout=PT10M");
        connection = Sql.open(factory);
        Sql.awaitRun(connection, "CREATE TABLE item (id INTEGER PRIMARY KEY, name TEXT)");
    }

    @AfterEach
    void close() {
        assertThat(connection.database().openCursors()).isZero();
        Sql.awaitEnd(connection.close());
    }

    /** Subscribes, and returns once the worker computes, which {@code signal()} in the SQL tells. */
    private Disposable startComputing(Flux<?> statement) {
        CountDownLatch computing = new CountDownLatch(1);
        Signal.on(connection, computing);
        Disposable running = statement.subscribe();
        Signal.await(computing);
        return running;
    }

    private static String endless(String with) {
        return "WITH RECURSIVE n(i) AS (SELECT signal() UNION ALL SELECT i + 1 FROM n WHERE i < 5000000000) " + with;
    }

    private void assertUsable() {
        assertThat(Sql.await(Sql.select(connection, "SELECT 42", Integer.class).single()))
                .isEqualTo(42);
    }

    @Test
    void shouldStopAQueryThatComputesItsFirstRow() {

        Disposable running = startComputing(Flux.from(Sql.run(connection, endless("SELECT count(*) FROM n"))));
        running.dispose();

        assertUsable();
    }

    @Test
    void shouldStopAQueryThatComputesALaterRow() {

        Disposable running = startComputing(Sql.select(
                connection,
                "SELECT 1 UNION ALL SELECT * FROM (" + endless("SELECT count(*) FROM n") + ")",
                Long.class));
        running.dispose();

        assertUsable();
    }

    @Test
    void shouldStopOnlyTheQueryThatWasCancelled() {
        Flux<Integer> outer = Sql.select(connection, Sql.numbers(3), Integer.class)
                .concatMap(
                        i -> Sql.run(connection, Sql.ENDLESS)
                                .timeout(Duration.ofMillis(50))
                                .onErrorReturn(0L)
                                .thenReturn(i),
                        1);

        assertThat(Sql.awaitAll(outer)).containsExactly(1, 2, 3);
    }

    @Test
    void shouldUndoAChangeThatIsStopped() {

        Disposable running =
                startComputing(Flux.from(Sql.run(connection, "INSERT INTO item (id) " + endless("SELECT i FROM n"))));
        running.dispose();

        assertThat(Sql.awaitAll(Sql.select(connection, "SELECT count(*) FROM item", Integer.class)))
                .containsExactly(0);
    }

    @Test
    void shouldNotGoOnAsIfATransactionThatSqliteEndedWereOpen() {
        Sql.awaitEnd(connection.beginTransaction());
        Sql.awaitRun(connection, "INSERT INTO item VALUES (1, 'a')");

        Disposable running = startComputing(
                Flux.from(Sql.run(connection, "INSERT INTO item (id) " + endless("SELECT i + 5 FROM n"))));
        running.dispose();

        assertThatThrownBy(() -> Sql.awaitRun(connection, "INSERT INTO item VALUES (2, 'b')"))
                .isInstanceOf(R2dbcRollbackException.class)
                .hasMessageContaining("rollbackTransaction");
        assertThat(connection.isAutoCommit()).isFalse();
        assertThatThrownBy(() -> Sql.awaitEnd(connection.commitTransaction()))
                .isInstanceOf(R2dbcRollbackException.class);
        assertThat(connection.isAutoCommit()).isTrue();
        assertThat(Sql.awaitAll(Sql.select(connection, "SELECT count(*) FROM item", Integer.class)))
                .containsExactly(0);
    }

    @Test
    void shouldStopBetweenRows() {
        StepVerifier.create(Sql.select(connection, Sql.numbers(1_000_000), Integer.class), 3)
                .expectNext(1, 2, 3)
                .thenCancel()
                .verify(Sql.PATIENCE);

        assertUsable();
    }

    @Test
    void shouldStopBetweenResults() {
        StepVerifier.create(connection
                        .createStatement("SELECT 1; INSERT INTO item VALUES (1, 'a')")
                        .execute())
                .expectNextCount(1)
                .thenCancel()
                .verify(Sql.PATIENCE);

        assertUsable();
    }

    @Test
    void shouldNotRunWhatIsCancelledWhileItWaitsForItsTurn() {
        Disposable running = startComputing(Flux.from(Sql.run(connection, endless("SELECT count(*) FROM n"))));

        Disposable statement =
                Sql.run(connection, "INSERT INTO item VALUES (1, 'a')").subscribe();
        Disposable begin = connection.beginTransaction().subscribe();
        statement.dispose();
        begin.dispose();
        running.dispose();

        assertThat(Sql.awaitAll(Sql.select(connection, "SELECT count(*) FROM item", Integer.class)))
                .containsExactly(0);
        assertThat(connection.isAutoCommit()).isTrue();
    }

    @Test
    void shouldStopWaitingForALock() {
        SqliteConnection other = Sql.open(factory);
        Sql.awaitEnd(other.beginTransaction(SqliteTransactionDefinition.exclusive()));
        AtomicReference<Subscription> waiting = new AtomicReference<>();

        StepVerifier.create(
                        Sql.run(connection, "INSERT INTO item VALUES (1, 'a')").doOnSubscribe(waiting::set))
                .expectSubscription()
                .expectNoEvent(Duration.ofMillis(50))
                .thenCancel()
                .verify(Sql.PATIENCE);
        StepVerifier.create(connection.beginTransaction(SqliteTransactionDefinition.immediate()))
                .expectSubscription()
                .expectNoEvent(Duration.ofMillis(50))
                .thenCancel()
                .verify(Sql.PATIENCE);

        assertUsable();
        Sql.awaitEnd(other.close());
    }

    @Test
    void shouldCloseAConnectionThatIsCancelledWhileOpening() {
        SqliteConnectionFactory few = SqliteConnectionFactory.of("sqlite::memory:?maxConnections=20");

        for (int i = 0; i < 20; i++) {
            few.create().subscribe().dispose();
        }

        StepVerifier.create(Flux.range(0, 20)
                        .flatMap(i -> few.create(), 20)
                        .flatMap(opened -> Mono.from(opened.close()).thenReturn(opened), 1)
                        .retryWhen(Retry.fixedDelay(1000, Duration.ofMillis(5))))
                .expectNextCount(20)
                .expectComplete()
                .verify(Sql.PATIENCE);
    }

    @Test
    void shouldStopWhatComputesWhenTheConnectionIsClosed() {
        SqliteConnection closing = Sql.open(factory);
        CountDownLatch computing = new CountDownLatch(1);
        Signal.on(closing, computing);
        Mono<Long> endless = Sql.run(closing, endless("SELECT count(*) FROM n"));

        StepVerifier.create(endless)
                .then(() -> Signal.await(computing))
                .then(() -> Sql.awaitEnd(closing.close()))
                .expectError()
                .verify(Sql.PATIENCE);
    }

    @Test
    void shouldEndStreamsWithAnErrorWhenTheConnectionIsClosed() {
        SqliteConnection closing = Sql.open(factory);

        StepVerifier.create(Sql.select(closing, Sql.numbers(1000), Integer.class), 2)
                .expectNext(1, 2)
                .then(() -> Sql.awaitEnd(closing.close()))
                .expectErrorMessage("The connection was closed before all rows were read")
                .verify(Sql.PATIENCE);
        StepVerifier.create(Sql.run(closing, "SELECT 1"))
                .expectErrorMessage("The connection is closed")
                .verify(Sql.PATIENCE);
        StepVerifier.create(closing.beginTransaction())
                .expectErrorMessage("The connection is closed")
                .verify(Sql.PATIENCE);
        StepVerifier.create(closing.close()).expectComplete().verify(Sql.PATIENCE);
    }

    @Test
    void shouldRefuseWhatIsAskedForBehindAClose() {
        SqliteConnection closing = Sql.open(factory);

        Mono<Void> close = closing.close();
        Mono<Long> late = Sql.run(closing, "SELECT 1").onErrorReturn(IllegalStateException.class, -1L);
        Sql.awaitEnd(Mono.when(close, late));

        StepVerifier.create(Sql.run(closing, "SELECT 1"))
                .expectErrorMessage("The connection is closed")
                .verify(Sql.PATIENCE);
        StepVerifier.create(closing.validate(ValidationDepth.REMOTE))
                .expectNext(false)
                .expectComplete()
                .verify(Sql.PATIENCE);
    }

    @Test
    void shouldGoOnWithTheNextCommandOnlyWhileTheConnectionIsOpen() {
        SqliteConnection closing = Sql.open(factory);
        Flux<Integer> rows = Sql.rows(
                closing.createStatement(Sql.numbers(1000) + "; SELECT 1").execute(), Integer.class);

        StepVerifier.create(rows, 2)
                .expectNext(1, 2)
                .then(() -> Sql.awaitEnd(closing.close()))
                .thenRequest(10)
                .expectError(IllegalStateException.class)
                .verify(Sql.PATIENCE);
    }

    @Test
    void shouldEndAStatementAtItsTimeout() {
        Sql.awaitEnd(connection.setStatementTimeout(Duration.ofMillis(50)));

        assertThatThrownBy(() -> Sql.awaitRun(connection, Sql.ENDLESS))
                .isInstanceOf(R2dbcTimeoutException.class)
                .hasMessageContaining("PT0.05S");

        assertUsable();
    }

    @Test
    void shouldEndALaterRowAtTheTimeout() {
        Sql.awaitEnd(connection.setStatementTimeout(Duration.ofMillis(50)));

        StepVerifier.create(
                        Sql.select(connection, "SELECT 1 UNION ALL SELECT * FROM (" + Sql.ENDLESS + ")", Long.class))
                .expectNext(1L)
                .expectError(R2dbcTimeoutException.class)
                .verify(Sql.PATIENCE);
    }

    @Test
    void shouldNotCountASlowSubscriberForTheTimeout() {
        Sql.awaitEnd(connection.setStatementTimeout(Duration.ofMillis(300)));

        Flux<Integer> slow = Sql.select(connection, Sql.numbers(6), Integer.class)
                .limitRate(1)
                .delayElements(Duration.ofMillis(100));

        assertThat(Sql.await(slow.count())).isEqualTo(6);
    }

    @Test
    void shouldForgetResultsThatAreCancelled() {
        Flux<Integer> first = Flux.from(
                        connection.createStatement(Sql.numbers(1000)).execute())
                .concatMap((Result result) -> result.map(row -> row.get(0, Integer.class)))
                .take(1);

        for (int i = 0; i < 100; i++) {
            assertThat(Sql.awaitAll(first)).containsExactly(1);
        }

        assertUsable();
    }
}
