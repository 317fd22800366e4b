package io.athanor.testing;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatIllegalArgumentException;

import java.util.function.Supplier;
import java.util.stream.Stream;
import org.junit.jupiter.api.Named;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.MethodSource;

class TestDatabaseTest {
    static Stream<Named<Supplier<TestDatabase>>> kinds() {
        return Stream.of(
                Named.of("H2", TestDatabase::h2),
                Named.of("H2 file", TestDatabase::h2File),
                Named.of("PostgreSQL", TestDatabase::postgres));
    }

    @ParameterizedTest
    @MethodSource("kinds")
    void shouldKeepDataBetweenConnectionsAndApartFromOtherDatabases(Supplier<TestDatabase> kind) {
        TestDatabase one = kind.get();
        TestDatabase other = kind.get();

        one.execute("create table t (a int)", "insert into t values (1), (2)");
        other.execute("create table t (a int)");

        assertThat(one.column("select a from t order by a")).containsExactly(1, 2);
        assertThat(other.column("select a from t")).isEmpty();
    }

    @Test
    void shouldSortTextByCodePointAndChangeTheCaseOfEveryLetterOnPostgres() {
        TestDatabase postgres = TestDatabase.postgres();

        assertThat(postgres.column("select x from (values ('b'), ('A'), ('a'), ('B')) v(x) order by x"))
                .containsExactly("A", "B", "a", "b");
        assertThat(postgres.column("select upper('é')")).containsExactly("É");
    }

    @Test
    void shouldRestartWithItsDataAtTheSameAddress() {
        try (RestartablePostgres postgres = RestartablePostgres.start()) {
            postgres.execute("create table t (a int)", "insert into t values (1)");

            postgres.restart();

            assertThat(postgres.column("select a from t")).containsExactly(1);
        }
    }

    @ParameterizedTest
    @CsvSource({
        "r2dbc:postgresql://u:p@host:5433/db?sslMode=require, r2dbc:postgresql://u:p@host:5433/x?sslMode=require",
        "r2dbc:postgresql://host, r2dbc:postgresql://host/x",
        "r2dbcs:pool:postgresql://host/, r2dbcs:pool:postgresql://host/x"
    })
    void shouldReplaceTheDatabaseInAUrl(String given, String expected) {
        assertThat(PostgresServer.databaseUrl(given, "x")).isEqualTo(expected);
    }

    @Test
    void shouldExplainAnExternalUrlThatIsNone() {
        assertThatIllegalArgumentException()
                .isThrownBy(() -> PostgresServer.databaseUrl("jdbc:postgresql://host/db", "x"))
                .withMessageContaining("ATHANOR_TEST_POSTGRES_URL");
    }
}
