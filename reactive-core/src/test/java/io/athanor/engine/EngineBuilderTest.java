package io.athanor.engine;

import static io.athanor.sql.Sql.column;
import static io.athanor.sql.Sql.sql;
import static io.athanor.types.Types.INTEGER;
import static io.athanor.types.Types.varchar;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatExceptionOfType;

import io.athanor.ConfigurationException;
import io.athanor.StatementCancelledException;
import io.athanor.pool.PoolMetrics;
import io.athanor.pool.PoolOptions;
import io.athanor.testing.RecordingConnectionFactory;
import io.athanor.testing.TestDatabase;
import io.r2dbc.pool.ConnectionPool;
import io.r2dbc.pool.ConnectionPoolConfiguration;
import io.r2dbc.spi.Connection;
import io.r2dbc.spi.ConnectionFactory;
import io.r2dbc.spi.ConnectionFactoryMetadata;
import io.r2dbc.spi.Wrapped;
import java.time.Duration;
import java.util.function.UnaryOperator;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.Arguments;
import org.junit.jupiter.params.provider.MethodSource;
import org.reactivestreams.Publisher;
import reactor.core.publisher.Flux;
import reactor.core.publisher.Mono;
import reactor.test.StepVerifier;

class EngineBuilderTest {
    private static final Duration SOON = Duration.ofSeconds(20);
    private static final TestDatabase H2 = TestDatabase.h2();
    private static final TestDatabase POSTGRES = TestDatabase.postgres();

    static Stream<TestDatabase> databases() {
        return Stream.of(H2, POSTGRES);
    }

    @Test
    void shouldTakeThePoolsOptions() {
        Engine engine = Engine.builder("h2:mem:///options")
                .pool(PoolOptions.builder()
                        .poolSize(1)
                        .maxOverflow(1)
                        .name("shop")
                        .build())
                .poolSize(7)
                .maxOverflow(3)
                .poolMinIdle(2)
                .maxPending(9)
                .poolTimeout(Duration.ofSeconds(1))
                .poolRecycle(Duration.ofHours(1))
                .poolMaxIdle(Duration.ofMinutes(1))
                .poolPrePing(true)
                .leakDetectionThreshold(Duration.ofMinutes(2))
                .build();

        PoolMetrics metrics = engine.poolMetrics();
        assertThat(metrics.size()).isEqualTo(7);
        assertThat(metrics.max()).isEqualTo(10);
        assertThat(engine).asString().contains("shop");
    }

    static Stream<Arguments> nonsense() {
        return Stream.of(
                option("poolSize", builder -> builder.poolSize(-1)),
                option("maxOverflow", builder -> builder.maxOverflow(-2)),
                option("maxOverflow", builder -> builder.poolSize(0).maxOverflow(0)),
                option("poolMinIdle", builder -> builder.poolMinIdle(6)),
                option("maxPending", builder -> builder.maxPending(-2)),
                option("poolTimeout", builder -> builder.poolTimeout(Duration.ofMillis(-1))),
                option("poolRecycle", builder -> builder.poolRecycle(Duration.ZERO)),
                option("poolMaxIdle", builder -> builder.poolMaxIdle(Duration.ZERO)),
                option("leakDetectionThreshold", builder -> builder.leakDetectionThreshold(Duration.ZERO)),
                option("statementTimeout", builder -> builder.statementTimeout(Duration.ZERO)),
                option("statementTimeout", builder -> builder.statementTimeout(Duration.ofNanos(1))),
                option("statementCacheSize", builder -> builder.statementCacheSize(-1)),
                option("streamSpill", builder -> builder.streamSpill(0, SOON)),
                option("streamSpill", builder -> builder.streamSpill(1, Duration.ZERO)));
    }

    private static Arguments option(String name, UnaryOperator<EngineBuilder> set) {
        return Arguments.of(name, set);
    }

    @ParameterizedTest
    @MethodSource("nonsense")
    void shouldNameTheOptionThatMeansNothing(String option, UnaryOperator<EngineBuilder> set) {
        assertThatExceptionOfType(ConfigurationException.class)
                .isThrownBy(() -> set.apply(Engine.builder("h2:mem:///options")).build())
                .withMessageContaining(option);
    }

    @ParameterizedTest
    @MethodSource("databases")
    void shouldOpenNoConnectionBeforeTheFirstStatement(TestDatabase database) {
        RecordingConnectionFactory recording = database.recordingConnectionFactory();
        Engine engine = Engine.builder(recording).poolMinIdle(1).build();
        Mono<Integer> statement = engine.one(sql("select 1 as x").rows(column("x", INTEGER)));

        assertThat(recording.opened()).isZero();
        assertThat(statement.block(SOON)).isEqualTo(1);
        assertThat(recording.opened()).isEqualTo(1);
        engine.close().block(SOON);
        recording.assertAllClosed();
    }

    @ParameterizedTest
    @MethodSource("databases")
    void shouldRefuseStatementsOnceClosed(TestDatabase database) {
        Engine engine = Engine.of(database.url());
        Mono<Integer> one = engine.one(sql("select 1 as x").rows(column("x", INTEGER)));
        assertThat(one.block(SOON)).isEqualTo(1);

        engine.close().block(SOON);
        engine.close().block(SOON);

        assertThat(engine.poolMetrics().allocated()).isZero();
        StepVerifier.create(one).verifyErrorSatisfies(EngineBuilderTest::assertSaysClosed);
        StepVerifier.create(engine.stream(sql("select 1 as x").rows(column("x", INTEGER))))
                .verifyErrorSatisfies(EngineBuilderTest::assertSaysClosed);
        StepVerifier.create(engine.execute(sql("drop table nowhere")))
                .verifyErrorSatisfies(EngineBuilderTest::assertSaysClosed);
        StepVerifier.create(engine.transaction(tx -> tx.execute(sql("drop table nowhere"))))
                .verifyErrorSatisfies(EngineBuilderTest::assertSaysClosed);
    }

    private static void assertSaysClosed(Throwable error) {
        assertThat(error).isInstanceOf(IllegalStateException.class).hasMessageContaining("closed");
    }

    @ParameterizedTest
    @MethodSource("databases")
    void shouldCloseBeforeItWasUsed(TestDatabase database) {
        StepVerifier.create(Engine.of(database.url()).close()).expectComplete().verify(SOON);
    }

    @ParameterizedTest
    @MethodSource("databases")
    void shouldNotPoolAPoolAgain(TestDatabase database) {
        RecordingConnectionFactory recording = database.recordingConnectionFactory();
        ConnectionPool pool = new ConnectionPool(ConnectionPoolConfiguration.builder(recording)
                .initialSize(0)
                .maxSize(3)
                .build());
        for (ConnectionFactory given : new ConnectionFactory[] {pool, new Proxy(pool)}) {
            Engine engine = Engine.of(given);
            Flux.range(0, 5)
                    .concatMap(i -> engine.one(sql("select 1 as x").rows(column("x", INTEGER))))
                    .blockLast(SOON);

            assertThat(engine.poolMetrics().allocated()).isZero();
            assertThat(pool.getMetrics().orElseThrow().idleSize()).isEqualTo(1);
            engine.close().block(SOON);
        }
        assertThat(recording.opened()).isEqualTo(1);
        recording.assertOpen(1);
        pool.disposeLater().block(SOON);
    }

    @Test
    void shouldRefuseForAPoolWhatOnlyThePoolCanDo() {
        ConnectionPool pool = new ConnectionPool(
                ConnectionPoolConfiguration.builder(H2.connectionFactory()).build());

        assertThatExceptionOfType(ConfigurationException.class)
                .isThrownBy(() -> Engine.builder(pool).poolSize(5).build())
                .withMessageContaining("poolSize(0)");
        pool.dispose();
    }

    @Test
    void shouldLimitStatementsOnAPoolWithoutTouchingItsSessions() {
        ConnectionPool pool = new ConnectionPool(ConnectionPoolConfiguration.builder(POSTGRES.connectionFactory())
                .build());
        Engine engine = Engine.builder(new Proxy(pool))
                .statementTimeout(Duration.ofMillis(200))
                .build();

        StepVerifier.create(engine.one(sql("select pg_sleep(30)::text").rows(column("x", varchar(1)))))
                .verifyError(StatementCancelledException.class);
        StepVerifier.create(engine.one(sql("show statement_timeout").rows(column("x", varchar(9)))))
                .expectNext("0")
                .verifyComplete();
        StepVerifier.create(engine.close()).verifyComplete();
        pool.dispose();
    }

    @ParameterizedTest
    @MethodSource("databases")
    void shouldLimitTheStatementsOfAGivenFactory(TestDatabase database) {
        Engine engine = Engine.builder(database.recordingConnectionFactory())
                .statementTimeout(Duration.ofMillis(1234))
                .build();
        String setting = database == H2
                ? "select setting_value as x from information_schema.settings where setting_name = 'QUERY_TIMEOUT'"
                : "select current_setting('statement_timeout') as x";

        String limit = engine.one(sql(setting).rows(column("x", varchar(20)))).block(SOON);

        assertThat(limit).isEqualTo(database == H2 ? "1234" : "1234ms");
        engine.close().block(SOON);
    }

    @ParameterizedTest
    @MethodSource("databases")
    void shouldWorkThroughProxies(TestDatabase database) {
        Engine engine = Engine.of(new Proxy(new Proxy(database.recordingConnectionFactory())));

        Flux<Integer> slowly = engine.stream(
                        sql("select 1 as x union all select 2").rows(column("x", INTEGER)))
                .limitRate(1);

        StepVerifier.create(slowly).expectNextCount(2).expectComplete().verify(SOON);
        StepVerifier.create(engine.transaction(tx -> tx.one(sql("select 1 as x").rows(column("x", INTEGER)))))
                .expectNext(1)
                .expectComplete()
                .verify(SOON);
        engine.close().block(SOON);
    }

    /** A factory of which nothing is known except what it wraps. */
    private record Proxy(ConnectionFactory factory) implements ConnectionFactory, Wrapped<ConnectionFactory> {
        @Override
        public Publisher<? extends Connection> create() {
            return factory.create();
        }

        @Override
        public ConnectionFactoryMetadata getMetadata() {
            return factory.getMetadata();
        }

        @Override
        public ConnectionFactory unwrap() {
            return factory;
        }
    }
}
