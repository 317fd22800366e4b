package io.athanor.r2dbc.sqlite;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import io.r2dbc.spi.Result;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;
import org.reactivestreams.Publisher;
import reactor.core.publisher.Flux;
import reactor.core.publisher.Mono;
import reactor.test.StepVerifier;

final class BackpressureTest {
    private static final String COUNTED =
            "WITH RECURSIVE n(i) AS (SELECT 1 UNION ALL SELECT i + 1 FROM n WHERE i < 1000) SELECT counted(i) FROM n";

    private final SqliteConnection connection = Sql.open(SqliteConnectionFactory.of("sqlite::memory:"));
    private final StepCounter counter = StepCounter.on(connection);

    @AfterEach
    void close() {
        Sql.awaitEnd(connection.close());
    }

    @Test
    void shouldStepAsManyRowsAsAreAskedFor() {
        StepVerifier.create(Sql.select(connection, COUNTED, Integer.class), 0)
                .thenRequest(10)
                .expectNextCount(10)
                .then(() -> assertThat(counter.steps()).isEqualTo(10))
                .thenRequest(20)
                .expectNextCount(20)
                .then(() -> assertThat(counter.steps()).isEqualTo(30))
                .thenRequest(1)
                .expectNextCount(1)
                .then(() -> assertThat(counter.steps()).isEqualTo(31))
                .thenCancel()
                .verify(Sql.PATIENCE);
        assertThat(counter.steps()).isEqualTo(31);
    }

    @Test
    void shouldStepSegmentsOneByOne() {
        Flux<Integer> slow = Flux.from(connection.createStatement(COUNTED).execute())
                .concatMap(result -> result.flatMap(BackpressureTest::first), 0);

        StepVerifier.create(slow, 0)
                .thenRequest(5)
                .expectNextCount(5)
                .then(() -> assertThat(counter.steps()).isBetween(5, 6))
                .thenCancel()
                .verify(Sql.PATIENCE);
    }

    private static Publisher<Integer> first(Result.Segment segment) {
        return Mono.justOrEmpty(((Result.RowSegment) segment).row().get(0, Integer.class));
    }

    @Test
    void shouldRunTheNextCommandOnlyWhenItsResultIsAskedFor() {
        StepVerifier.create(
                        connection
                                .createStatement("SELECT counted(1); SELECT counted(2)")
                                .execute(),
                        0)
                .then(() -> assertThat(counter.steps()).isZero())
                .thenRequest(1)
                .expectNextCount(1)
                .then(() -> Sql.awaitRun(connection, "SELECT 1"))
                .then(() -> assertThat(counter.steps()).isEqualTo(1))
                .thenRequest(1)
                .expectNextCount(1)
                .expectComplete()
                .verify(Sql.PATIENCE);
        assertThat(counter.steps()).isEqualTo(2);
    }

    @Test
    void shouldCompleteAnEmptyResultWithoutDemand() {
        Result result = Sql.await(
                connection.createStatement("SELECT 1 WHERE 0").execute().next());

        StepVerifier.create(result.map(row -> row.get(0, Integer.class)), 0)
                .expectComplete()
                .verify(Sql.PATIENCE);
    }

    @Test
    void shouldRunAStatementWithoutRowsOnce() {
        Sql.awaitRun(connection, "CREATE TABLE item (id); INSERT INTO item VALUES (1)");

        Sql.awaitRun(connection, "DELETE FROM item WHERE counted(id) = 0 RETURNING id");

        assertThat(counter.steps()).isEqualTo(1);
    }

    @Test
    void shouldInterleaveStreamsOfOneConnection() {
        Flux<Integer> outer = Sql.select(connection, Sql.numbers(100), Integer.class);

        Flux<Integer> nested = outer.concatMap(
                i -> Sql.select(connection, "SELECT " + i + " UNION ALL SELECT " + -i, Integer.class), 1);

        assertThat(Sql.await(nested.count())).isEqualTo(200);
    }

    @Test
    void shouldRefuseToBlockOnItsWorker() {
        Mono<Integer> blocking = Sql.select(connection, "SELECT 1", Integer.class)
                .map(one -> Sql.await(
                        Sql.select(connection, "SELECT 2", Integer.class).single()))
                .single();

        assertThatThrownBy(() -> Sql.await(blocking))
                .isInstanceOf(IllegalStateException.class)
                .hasMessageContaining("blocking");
    }

    @Test
    void shouldSignalOnItsWorkerAndNeverOnTheCaller() {
        Mono<String> thread = Sql.select(connection, "SELECT 1", Integer.class)
                .map(one -> Thread.currentThread().getName())
                .single();

        assertThat(Sql.await(thread)).startsWith("r2dbc-sqlite-memory-");
    }

    @Test
    void shouldGoOnAfterASubscriberThrew() {
        Flux<Integer> failing = Sql.select(connection, COUNTED, Integer.class).doOnNext(i -> {
            if (i == 3) {
                throw new IllegalStateException("third");
            }
        });

        assertThatThrownBy(() -> Sql.awaitAll(failing)).hasMessage("third");
        Sql.awaitRun(connection, "SELECT 1");
        assertThat(counter.steps()).isEqualTo(3);
        assertThat(connection.database().openCursors()).isZero();
    }
}
