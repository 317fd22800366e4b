package io.athanor.r2dbc.sqlite;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import io.r2dbc.spi.Result;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;
import reactor.core.publisher.Flux;
import reactor.test.StepVerifier;

/** {@code Statement.bind} and {@code add}. */
final class SetsOfValuesTest {
    private static final String UPDATE = "UPDATE item SET id = id + 100 WHERE id <= ?";

    private final SqliteConnection connection = Sql.open(SqliteConnectionFactory.of("sqlite::memory:"));
    private final StepCounter counter = StepCounter.on(connection);

    @BeforeEach
    void createTable() {
        Sql.awaitRun(connection, "CREATE TABLE item (id INTEGER UNIQUE ON CONFLICT FAIL, name TEXT)");
    }

    @AfterEach
    void close() {
        Sql.awaitEnd(connection.close());
    }

    /** {@code INSERT} with one set of values for every number. */
    private Flux<Result> insert(Integer... ids) {
        SqliteStatement insert = connection.createStatement("INSERT INTO item (id) VALUES (counted(?))");
        for (int i = 0; i < ids.length; i++) {
            (i == 0 ? insert : insert.add()).bind(0, ids[i]);
        }
        return insert.execute();
    }

    private void assertIds(Integer... ids) {
        assertThat(Sql.awaitAll(Sql.select(connection, "SELECT id FROM item ORDER BY id", Integer.class)))
                .containsExactly(ids);
    }

    @ParameterizedTest
    @ValueSource(strings = {"?", "?1", "$1", ":id", "@id", "$id"})
    void shouldBindEveryFormOfParameter(String parameter) {
        Flux<Result> selected =
                connection.createStatement("SELECT " + parameter).bind(0, 42).execute();

        assertThat(Sql.awaitAll(Sql.rows(selected, Integer.class))).containsExactly(42);
    }

    @ParameterizedTest
    @ValueSource(strings = {":id", "@id", "$id"})
    void shouldBindByNameWithAndWithoutPrefix(String name) {
        Flux<Result> selected = connection
                .createStatement("SELECT " + name)
                .bind(name, 1)
                .add()
                .bind("id", 2)
                .execute();

        assertThat(Sql.awaitAll(Sql.rows(selected, Integer.class))).containsExactly(1, 2);
    }

    @Test
    void shouldCountTheChangesOfEverySet() {
        Sql.awaitEnd(insert(1, 2, 3, 4, 5));
        SqliteStatement update = connection.createStatement(UPDATE);

        Flux<Long> counts =
                update.bind(0, 3).add().bind(0, 0).add().bind(0, 4).execute().concatMap(Result::getRowsUpdated);

        assertThat(Sql.awaitAll(counts)).containsExactly(3L, 0L, 1L);
    }

    @Test
    void shouldRunASetOnlyWhenItsResultIsAskedFor() {
        StepVerifier.create(insert(1, 2, 3, 4), 0)
                .thenRequest(1)
                .expectNextCount(1)
                .then(() -> assertIds(1))
                .thenRequest(2)
                .expectNextCount(2)
                .then(() -> assertIds(1, 2, 3))
                .thenRequest(1)
                .expectNextCount(1)
                .expectComplete()
                .verify(Sql.PATIENCE);
        assertThat(counter.steps()).isEqualTo(4);
    }

    @Test
    void shouldRunNoFurtherSetAfterCancel() {
        Sql.awaitEnd(insert(1, 2, 3, 4).take(2));

        assertIds(1, 2);
        assertThat(counter.steps()).isEqualTo(2);
    }

    @Test
    void shouldTellTheCountsOfTheSetsBeforeTheOneThatFails() {
        StepVerifier.create(insert(1, 2, 1, 3).concatMap(Result::getRowsUpdated))
                .expectNext(1L, 1L)
                .expectError(SqliteConstraintViolationException.class)
                .verify(Sql.PATIENCE);

        assertIds(1, 2);
        assertThat(counter.steps()).isEqualTo(3);
    }

    @Test
    void shouldRefuseASetThatIsNotComplete() {
        SqliteStatement insert =
                connection.createStatement("INSERT INTO item VALUES (?, ?)").bind(0, 1);

        assertThatThrownBy(insert::add)
                .isInstanceOf(IllegalStateException.class)
                .hasMessageContaining("Parameter 1 has no value");
    }

    @Test
    void shouldRefuseParametersInABatch() {
        assertThatThrownBy(() -> connection.createBatch().add("SELECT ?"))
                .isInstanceOf(IllegalArgumentException.class)
                .hasMessageContaining("takes no parameters");
    }
}
