package io.athanor.r2dbc.sqlite;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import io.r2dbc.spi.Result;
import io.r2dbc.spi.Row;
import java.util.List;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.CompletionException;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import reactor.core.publisher.Flux;
import reactor.core.publisher.Mono;
import reactor.core.scheduler.Schedulers;
import reactor.test.StepVerifier;

final class ResultTest {
    private final SqliteConnection connection = Sql.open(SqliteConnectionFactory.of("sqlite::memory:"));

    @BeforeEach
    void createTable() {
        Sql.awaitRun(connection, "CREATE TABLE item (id INTEGER PRIMARY KEY, name TEXT)");
    }

    @AfterEach
    void close() {
        Sql.awaitEnd(connection.close());
    }

    @Test
    void shouldRunAllCommandsOfAScriptInOrder() {
        Flux<Object> segments = Flux.from(connection
                        .createStatement("INSERT INTO item VALUES (:id, 'a'); SELECT name FROM item WHERE id = :id;"
                                + " DELETE FROM item; SELECT count(*) FROM item")
                        .bind("id", 7)
                        .execute())
                .concatMap(result -> result.flatMap(ResultTest::describe));

        StepVerifier.create(segments).expectNext(1L, "a", 1L, 0L).verifyComplete();
    }

    private static Mono<Object> describe(Result.Segment segment) {
        if (segment instanceof Result.RowSegment row) {
            return Mono.justOrEmpty(row.row().get(0));
        }
        return Mono.just(((Result.UpdateCount) segment).value());
    }

    @Test
    void shouldReturnGeneratedValuesForEverySetOfValues() {
        SqliteStatement statement = connection
                .createStatement("INSERT INTO item (name) VALUES (?);")
                .bind(0, "a")
                .add()
                .bind(0, "b")
                .returnGeneratedValues("id");

        assertThat(Sql.awaitAll(Sql.rows(statement.execute(), Long.class))).containsExactly(1L, 2L);
        assertThat(Sql.awaitAll(Sql.rows(statement.execute(), Long.class))).containsExactly(3L, 4L);
    }

    @Test
    void shouldFailForGeneratedColumnsThatDoNotExist() {
        SqliteStatement statement = connection
                .createStatement("INSERT INTO item (name) VALUES ('a')")
                .returnGeneratedValues("nothing");

        assertThatThrownBy(() -> Sql.awaitEnd(statement.execute())).hasMessageContaining("no such column: nothing");
    }

    @Test
    void shouldRefuseGeneratedValuesOfWhatGeneratesNone() {
        assertThatThrownBy(() -> connection.createStatement("SELECT 1").returnGeneratedValues())
                .isInstanceOf(IllegalStateException.class);
        assertThatThrownBy(() -> connection
                        .createStatement("DELETE FROM item RETURNING id")
                        .returnGeneratedValues())
                .hasMessageContaining("RETURNING");
    }

    @Test
    void shouldCountTheRowsChangedByAStatementThatReturnsRows() {
        Sql.awaitRun(connection, "INSERT INTO item (name) VALUES ('a'), ('b'), ('c')");

        assertThat(Sql.await(Sql.run(connection, "UPDATE item SET name = 'x' RETURNING id")))
                .isEqualTo(3);
    }

    @Test
    void shouldNotRepeatAnOldCountForADefinition() {
        Sql.awaitRun(connection, "INSERT INTO item (name) VALUES ('a'), ('b')");

        assertThat(Sql.await(Sql.run(connection, "CREATE TABLE other (id)"))).isZero();
    }

    @Test
    void shouldNotBeHeldUpByResultsThatNobodyReads() {
        Sql.awaitEnd(connection
                .createStatement("SELECT 1; " + Sql.numbers(100_000) + "; INSERT INTO item (name) VALUES ('a')")
                .execute());

        assertThat(Sql.awaitAll(Sql.select(connection, "SELECT name FROM item", String.class)))
                .containsExactly("a");
    }

    @Test
    void shouldKeepResultsThatAreReadLater() {
        List<? extends Result> results = Sql.awaitAll(connection
                .createBatch()
                .add("SELECT 1")
                .add("SELECT 2")
                .add(Sql.numbers(1000))
                .execute());

        assertThat(Sql.awaitAll(
                        Sql.rows(Flux.fromIterable(results), Integer.class).take(4)))
                .containsExactly(1, 2, 1, 2);
    }

    @Test
    void shouldReadResultsOnAnotherThread() {
        Flux<Integer> numbers = Sql.rows(
                Flux.from(connection
                                .createStatement(Sql.numbers(1000) + ";" + Sql.numbers(1000))
                                .execute())
                        .publishOn(Schedulers.parallel()),
                Integer.class);

        assertThat(Sql.await(numbers.reduce(Integer::sum))).isEqualTo(1_001_000);
    }

    @Test
    void shouldRefuseToReadARowOnAnotherThreadThanItWasPassedOn() {
        Mono<Integer> elsewhere = Flux.from(
                        connection.createStatement("SELECT 1").execute())
                .concatMap(result -> result.map((row, metadata) -> readElsewhere(row)))
                .single();

        assertThatThrownBy(() -> Sql.await(elsewhere))
                .isInstanceOf(CompletionException.class)
                .hasRootCauseInstanceOf(IllegalStateException.class)
                .hasMessageContaining("only on the thread");
    }

    /** Without waiting, which BlockHound refuses to the worker. */
    private static Integer readElsewhere(Row row) {
        CompletableFuture<Integer> value = CompletableFuture.supplyAsync(() -> row.get(0, Integer.class));
        boolean done = false;
        while (!done) {
            done = value.isDone();
        }
        return value.join();
    }

    @Test
    void shouldReleaseTheLockOfAResultThatNobodyReads() {
        Sql.awaitEnd(Mono.from(connection
                .createStatement("INSERT INTO item (name) VALUES ('a') RETURNING id")
                .execute()));

        Sql.awaitEnd(connection.beginTransaction().then(connection.commitTransaction()));
    }

    @Test
    void shouldRunAgainForEverySubscription() {
        Flux<Result> inserting = connection
                .createStatement("INSERT INTO item (name) VALUES ('a')")
                .execute();

        Sql.awaitEnd(inserting.concatMap(Result::getRowsUpdated).repeat(2));

        assertThat(Sql.awaitAll(Sql.select(connection, "SELECT count(*) FROM item", Integer.class)))
                .containsExactly(3);
    }

    @Test
    void shouldNotRunWithoutSubscription() {
        connection.createStatement("INSERT INTO item (name) VALUES ('a')").execute();

        assertThat(Sql.awaitAll(Sql.select(connection, "SELECT count(*) FROM item", Integer.class)))
                .containsExactly(0);
    }

    @Test
    void shouldBeReadOnce() {
        Result result = Sql.await(
                Mono.from(connection.createStatement("SELECT 1").execute()).map(Result.class::cast));

        assertThat(Sql.awaitAll(Sql.rows(Flux.just(result), Integer.class))).containsExactly(1);
        assertThatThrownBy(() -> Sql.awaitAll(Sql.rows(Flux.just(result), Integer.class)))
                .hasMessageContaining("read already");
    }

    @Test
    void shouldRefuseARowOutsideItsFunction() {
        List<Row> rows = Sql.awaitAll(
                Flux.from(connection.createStatement(Sql.numbers(2)).execute())
                        .concatMap(result -> result.map((row, metadata) -> row)));

        assertThatThrownBy(() -> rows.get(0).get(0)).hasMessageContaining("valid only inside");
    }

    @Test
    void shouldKeepRowsOfSegments() {
        List<Result.RowSegment> rows = Sql.awaitAll(
                Flux.from(connection.createStatement(Sql.numbers(2)).execute())
                        .concatMap(result -> result.flatMap(segment -> Mono.just((Result.RowSegment) segment))));

        assertThat(rows)
                .extracting(segment -> segment.row().get("i", Integer.class))
                .containsExactly(1, 2);
    }

    @Test
    void shouldFilterSegments() {
        Flux<Integer> odd = Flux.from(connection.createStatement(Sql.numbers(5)).execute())
                .map(result -> result.filter(segment -> segment instanceof Result.RowSegment row
                        && Integer.valueOf(1).equals(remainder(row))))
                .concatMap(result -> result.map(row -> row.get(0, Integer.class)));

        assertThat(Sql.awaitAll(odd)).containsExactly(1, 3, 5);
    }

    private static int remainder(Result.RowSegment segment) {
        Integer value = segment.row().get(0, Integer.class);
        return value == null ? -1 : value % 2;
    }

    @Test
    void shouldTellThatAMappingFunctionReturnedNull() {
        assertThatThrownBy(() -> Sql.awaitAll(Sql.select(connection, "SELECT NULL", String.class)))
                .isInstanceOf(NullPointerException.class)
                .hasMessageContaining("Optional");
    }

    @Test
    void shouldSeeColumnsThatWereAddedSinceTheStatementWasCached() {
        Sql.awaitRun(connection, "INSERT INTO item VALUES (1, 'a'); SELECT * FROM item");
        Sql.awaitRun(connection, "ALTER TABLE item ADD COLUMN price DEFAULT 5; ALTER TABLE item RENAME name TO label");

        List<String> columns = Sql.awaitAll(
                Flux.from(connection.createStatement("SELECT * FROM item").execute())
                        .concatMap(result -> result.map((row, metadata) -> row.get("label") + " " + row.get("price"))));

        assertThat(columns).containsExactly("a 5");
    }

    @Test
    void shouldKeepNoMoreIdleStatementsThanAllowed() {
        SqliteConnection small = Sql.open(SqliteConnectionFactory.of("sqlite::memory:?statementCacheSize=3"));

        for (int i = 0; i < 10; i++) {
            Sql.awaitRun(small, "SELECT " + i);
        }

        assertThat(small.database().statements().size()).isEqualTo(3);
        Sql.awaitEnd(small.close());
    }

    @Test
    void shouldTreatHostileTextAsText() {
        String hostile = "'); DROP TABLE item; -- \" ` ] /* ? :x $1 \\ %s";
        Sql.awaitEnd(connection
                .createStatement("INSERT INTO item (name) VALUES (:name)")
                .bind("name", hostile)
                .execute()
                .concatMap(Result::getRowsUpdated));

        assertThat(Sql.awaitAll(Sql.select(connection, "SELECT name FROM item", String.class)))
                .containsExactly(hostile);
    }

    @Test
    void shouldSurviveAStatementThatIsOnlyAComment() {
        StepVerifier.create(connection.createStatement(" -- nothing\n ;").execute())
                .verifyComplete();
    }
}
