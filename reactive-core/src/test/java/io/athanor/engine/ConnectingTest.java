package io.athanor.engine;

import static io.athanor.sql.Sql.column;
import static io.athanor.sql.Sql.sql;
import static io.athanor.types.Types.INTEGER;
import static org.assertj.core.api.Assertions.assertThat;

import io.athanor.AccessDeniedException;
import io.athanor.AthanorException;
import io.athanor.ConnectFailedException;
import io.athanor.ConnectionException;
import io.athanor.sql.Query;
import io.athanor.testing.RestartablePostgres;
import io.athanor.testing.TestDatabase;
import java.io.IOException;
import java.net.InetAddress;
import java.net.ServerSocket;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import reactor.core.publisher.Flux;
import reactor.core.publisher.Mono;
import reactor.test.StepVerifier;

/** What an engine says when a database cannot be reached, and what it survives. */
class ConnectingTest {
    private static final Query<Integer> TABLES =
            sql("select cast(count(*) as int) as n from information_schema.tables where table_name = 'T'")
                    .rows(column("n", INTEGER));
    private static final Duration SOON = Duration.ofSeconds(20);
    private static final Query<Integer> ONE = sql("select 1 as x").rows(column("x", INTEGER));
    private static final String SECRET = "t1ger";

    private static RestartablePostgres postgres;

    @BeforeAll
    static void startAServerThatWantsPasswords() throws IOException {
        postgres = RestartablePostgres.start();
        postgres.execute("create role scott login password '" + SECRET + "'");
        Path rules = Path.of(String.valueOf(postgres.column("show hba_file").get(0)));
        Files.writeString(rules, "host all scott all scram-sha-256\n" + Files.readString(rules));
        assertThat(postgres.column("select pg_reload_conf()")).containsExactly(true);
    }

    @AfterAll
    static void stop() {
        postgres.close();
    }

    private static String url(String login, String database) {
        return postgres.url().replace("postgres@", login + "@").replaceFirst("/postgres$", "/" + database);
    }

    private static <E extends ConnectionException> void assertRefused(String url, Class<E> type, String... said) {
        Engine engine = Engine.of(url);

        for (Mono<?> use : new Mono<?>[] {engine.one(ONE), engine.transaction(tx -> tx.one(ONE))}) {
            StepVerifier.create(use)
                    .expectErrorSatisfies(error -> {
                        assertThat(error).isInstanceOf(type).hasMessageContainingAll(said);
                        for (Throwable at = error; at != null; at = at.getCause()) {
                            assertThat(String.valueOf(at)).doesNotContain(SECRET);
                        }
                    })
                    .verify(SOON);
        }
        assertThat(engine.poolMetrics().allocated()).isZero();
        engine.close().block(SOON);
    }

    @Test
    void shouldLetInWhoKnowsThePassword() {
        Engine engine = Engine.of(url("scott:" + SECRET, "postgres"));

        StepVerifier.create(engine.one(ONE)).expectNext(1).expectComplete().verify(SOON);
        engine.close().block(SOON);
    }

    @Test
    void shouldSayThatTheLoginIsRefused() {
        assertRefused(url("scott:x" + SECRET, "postgres"), AccessDeniedException.class, "login", "scott");
        assertRefused(url("scott", "postgres"), ConnectFailedException.class, "Password");
        assertRefused(url("nobody", "postgres"), AccessDeniedException.class, "login", "nobody");
    }

    @Test
    void shouldSayThatTheDatabaseIsUnknown() {
        assertRefused(url("scott:" + SECRET, "nowhere"), ConnectFailedException.class, "nowhere");
    }

    @Test
    void shouldSayThatNobodyListens() throws IOException {
        int port;
        try (ServerSocket socket = new ServerSocket(0, 1, InetAddress.getLoopbackAddress())) {
            port = socket.getLocalPort();
        }

        assertRefused(
                "postgresql://scott:" + SECRET + "@localhost:" + port + "/shop",
                ConnectFailedException.class,
                "refused",
                String.valueOf(port));
    }

    @Test
    void shouldSayThatTheHostIsUnknown() {
        assertRefused(
                "postgresql://scott:" + SECRET + "@nowhere.invalid/shop",
                ConnectFailedException.class,
                "nowhere.invalid");
    }

    @Test
    void shouldSayThatH2RefusesTheLogin() {
        String name =
                "h2:mem:///" + TestDatabase.h2().url().replaceFirst(".*/", "").replaceFirst(";.*", "");
        Engine owner = Engine.of(name.replace("///", "//scott:" + SECRET + "@localhost/"));
        StepVerifier.create(owner.one(ONE)).expectNext(1).expectComplete().verify(SOON);

        assertRefused(name.replace("///", "//scott:x" + SECRET + "@localhost/"), AccessDeniedException.class, "login");
        owner.close().block(SOON);
    }

    @Test
    void shouldSayThatAnH2FileIsNotThere(@TempDir Path directory) {
        assertRefused(
                "h2:file:///" + directory.resolve("shop") + ";IFEXISTS=TRUE", ConnectFailedException.class, "shop");
    }

    @Test
    void shouldNotLoseAnH2DatabaseInMemoryWithItsConnections() {
        Engine engine = Engine.builder("h2:mem:///connecting").poolSize(0).build();

        StepVerifier.create(engine.execute(sql("create table t (x int)"))
                        .then(engine.execute(sql("insert into t values (1)")))
                        .then(engine.one(sql("select x from t").rows(column("x", INTEGER)))))
                .expectNext(1)
                .expectComplete()
                .verify(SOON);
        engine.close().block(SOON);
    }

    @Test
    void shouldKeepAnH2DatabaseInMemoryAsLongAsTheEnginesOnIt() {
        Mono<Integer> tables = Mono.defer(() -> {
            Engine third = Engine.of("h2:mem:///anchored");
            return third.one(TABLES).delayUntil(found -> third.close());
        });
        Engine first = Engine.builder("h2:mem:///anchored").poolSize(0).build();
        Engine second = Engine.builder("h2:mem:///anchored").poolSize(0).build();

        StepVerifier.create(first.execute(sql("create table t (x int)"))
                        .then(second.one(TABLES))
                        .delayUntil(found -> first.close())
                        .concatWith(tables)
                        .concatWith(second.close().then(tables)))
                .expectNext(1, 1, 0)
                .expectComplete()
                .verify(SOON);
    }

    @Test
    void shouldKeepAnH2DatabaseInMemoryForAsLongAsTheUrlSays() {
        Mono<Integer> tables = Mono.defer(() -> {
            Engine engine = Engine.of("h2:mem:///staying;DB_CLOSE_DELAY=-1");
            return engine.execute(sql("create table if not exists t (x int)"))
                    .then(engine.one(TABLES))
                    .delayUntil(found -> engine.close());
        });

        StepVerifier.create(tables.then(Mono.defer(() -> {
                    Engine later = Engine.of("h2:mem:///staying;DB_CLOSE_DELAY=-1");
                    return later.one(TABLES).delayUntil(found -> later.close());
                })))
                .expectNext(1)
                .expectComplete()
                .verify(SOON);
    }

    @Test
    void shouldSurviveARestartOfTheServer() {
        try (RestartablePostgres restarted = RestartablePostgres.start()) {
            Engine engine = Engine.builder(restarted.url())
                    .poolSize(3)
                    .poolPrePing(true)
                    .build();
            StepVerifier.create(Flux.range(0, 3).flatMap(i -> engine.transaction(tx -> tx.one(ONE))))
                    .expectNextCount(3)
                    .expectComplete()
                    .verify(SOON);

            restarted.restart();
            // A ping spares connections that were used within a second; a dead one fails its statement then.
            engine.one(ONE)
                    .retryWhen(reactor.util.retry.Retry.max(10).filter(AthanorException.class::isInstance))
                    .block(SOON);

            StepVerifier.create(Flux.range(0, 10).flatMap(i -> engine.transaction(tx -> tx.one(ONE))))
                    .expectNextCount(10)
                    .expectComplete()
                    .verify(SOON);
            engine.close().block(SOON);
        }
    }
}
