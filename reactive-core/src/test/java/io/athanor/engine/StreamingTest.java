package io.athanor.engine;

import static io.athanor.sql.Sql.column;
import static io.athanor.sql.Sql.sql;
import static io.athanor.types.Types.INTEGER;
import static org.assertj.core.api.Assertions.assertThat;

import io.athanor.sql.Query;
import io.athanor.testing.TestDatabase;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Path;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.TimeUnit;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;
import org.junit.jupiter.params.provider.ValueSource;
import reactor.core.publisher.Flux;
import reactor.core.publisher.Mono;
import reactor.test.StepVerifier;

/** Results that are larger than memory, and those that nobody waits for any longer. */
class StreamingTest {
    private static final Duration SOON = Duration.ofSeconds(20);
    /** Far less than the thirty seconds that the statements would take. */
    private static final Duration BEFORE_IT_ENDS_BY_ITSELF = Duration.ofSeconds(10);

    private static final TestDatabase H2 = TestDatabase.h2();
    private static final TestDatabase POSTGRES = TestDatabase.postgres();
    private static final Query<Integer> ONE = sql("select 1 as x").rows(column("x", INTEGER));
    private static final String SERIES = "select generate_series(1, 5000000) as x";
    private static final String RANGE = "select x from system_range(1, 1000000)";

    @Test
    void shouldStreamFiveMillionRowsOfPostgresThroughLittleMemory() throws Exception {
        POSTGRES.execute("create unlogged table large as select i as x from generate_series(1, 5000000) as s(i)");
        String url = POSTGRES.url();

        assertThat(inSmallJvm(url, "fast", "select x from large", url, "slow", SERIES))
                .containsExactly("5000000 12500002500000", "5000000 12500002500000");
    }

    @Test
    void shouldStreamAMillionRowsOfH2ThroughLittleMemory() throws Exception {
        String url = "h2:mem:///small";

        assertThat(inSmallJvm(url, "fast", RANGE, url, "slow", RANGE))
                .containsExactly("1000000 500000500000", "1000000 500000500000");
    }

    @ParameterizedTest
    @ValueSource(strings = {"h2", "postgres"})
    void shouldFreeTheConnectionOfAHugeResultWhenEnoughIsTaken(String database) {
        Engine engine = single(database.equals("h2") ? H2 : POSTGRES);
        String huge = database.equals("h2")
                ? "select x from system_range(1, 2000000000)"
                : "select generate_series(1, 2000000000) as x";
        Flux<Integer> ten = engine.stream(sql(huge).rows(column("x", INTEGER))).take(10);

        for (int i = 0; i < 3; i++) {
            StepVerifier.create(ten.count().then(engine.one(ONE)))
                    .expectNext(1)
                    .expectComplete()
                    .verify(BEFORE_IT_ENDS_BY_ITSELF);
        }
        engine.close().block(SOON);
    }

    static Stream<Computation> computations() {
        String sleep = "select 1 as x from (select pg_sleep(30)) as s";
        String join = "select count(*) as x from system_range(1, 1000000) a, system_range(1, 1000000) b"
                + " where mod(a.x * b.x, 7) = 3";
        return Stream.of(new Computation(POSTGRES, sleep), new Computation(H2, join));
    }

    @ParameterizedTest
    @MethodSource("computations")
    void shouldEndOnTheServerWhatNobodyWaitsFor(Computation computation) {
        Engine engine = single(computation.database);
        Query<Integer> query = sql(computation.sql).rows(column("x", INTEGER));
        List<Mono<Integer>> uses = List.of(
                engine.one(query),
                engine.stream(query).next(),
                engine.stream(query).limitRate(1).next(),
                engine.transaction(tx -> tx.one(query)),
                engine.transactionMany(tx -> tx.stream(query)).next());

        for (Mono<Integer> use : uses) {
            StepVerifier.create(Mono.firstWithSignal(use, running(computation)))
                    .expectNext(-1)
                    .expectComplete()
                    .verify(SOON);
            StepVerifier.create(ended(computation))
                    .expectNextCount(1)
                    .expectComplete()
                    .verify(BEFORE_IT_ENDS_BY_ITSELF);
            StepVerifier.create(engine.one(ONE)).expectNext(1).expectComplete().verify(BEFORE_IT_ENDS_BY_ITSELF);
        }
        engine.close().block(SOON);
    }

    private static Mono<Integer> running(Computation computation) {
        return until(computation, true).thenReturn(-1);
    }

    private static Mono<Boolean> ended(Computation computation) {
        return until(computation, false);
    }

    /** Asks the server whether the statement runs, again and again until it is as expected. */
    private static Mono<Boolean> until(Computation computation, boolean expected) {
        String question = computation.database == H2
                ? "select cast(count(*) as int) from information_schema.sessions where executing_statement like"
                        + " 'select count(*) as x%'"
                : "select count(*)::int from pg_stat_activity where state = 'active' and query like"
                        + " '%pg_sleep(30)%' and pid <> pg_backend_pid() and datname = current_database()";
        Engine other = single(computation.database);
        Mono<Boolean> answer =
                other.one(sql(question).rows(column("x", INTEGER))).map(count -> count > 0);
        return answer.filter(running -> running == expected)
                .repeatWhenEmpty(Integer.MAX_VALUE, tries -> tries.delayElements(Duration.ofMillis(10)))
                .delayUntil(found -> other.close());
    }

    private static Engine single(TestDatabase database) {
        return Engine.builder(database.url()).poolSize(1).maxOverflow(0).build();
    }

    private static List<String> inSmallJvm(String... streams) throws IOException, InterruptedException {
        List<String> command = new ArrayList<>(List.of(
                Path.of(System.getProperty("java.home"), "bin", "java").toString(),
                "-Xmx64m",
                "-XX:+ExitOnOutOfMemoryError",
                "-cp",
                System.getProperty("java.class.path"),
                StreamingProgram.class.getName()));
        command.addAll(List.of(streams));
        Process process = new ProcessBuilder(command)
                .redirectError(ProcessBuilder.Redirect.INHERIT)
                .start();
        try {
            List<String> lines = new String(process.getInputStream().readAllBytes(), StandardCharsets.UTF_8)
                    .lines()
                    .filter(line -> line.matches("\\d+ \\d+"))
                    .toList();
            assertThat(process.waitFor(1, TimeUnit.MINUTES)).isTrue();
            assertThat(process.exitValue()).isZero();
            return lines;
        } finally {
            process.destroyForcibly();
        }
    }

    /** A statement that takes very long to its first row. */
    private record Computation(TestDatabase database, String sql) {
        @Override
        public String toString() {
            return database.name();
        }
    }
}
