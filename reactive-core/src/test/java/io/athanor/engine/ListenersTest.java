package io.athanor.engine;

import static io.athanor.sql.Sql.column;
import static io.athanor.sql.Sql.sql;
import static io.athanor.types.Types.INTEGER;
import static io.athanor.types.Types.TEXT;
import static org.assertj.core.api.Assertions.assertThat;

import ch.qos.logback.classic.Level;
import ch.qos.logback.classic.Logger;
import ch.qos.logback.classic.spi.ILoggingEvent;
import ch.qos.logback.core.read.ListAppender;
import io.athanor.BadStatementException;
import io.athanor.engine.StatementListener.Execution;
import io.athanor.engine.StatementListener.Outcome;
import io.athanor.sql.Change;
import io.athanor.sql.Query;
import io.athanor.testing.TestDatabase;
import java.time.Duration;
import java.util.List;
import java.util.concurrent.CopyOnWriteArrayList;
import java.util.function.UnaryOperator;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;
import org.slf4j.LoggerFactory;
import reactor.test.StepVerifier;

class ListenersTest {
    private static final Duration SOON = Duration.ofSeconds(20);
    private static final TestDatabase H2 = TestDatabase.h2();
    private static final TestDatabase POSTGRES = TestDatabase.postgres();
    private static final Query<Integer> THREE =
            sql("select 1 as x union all select 2 union all select 3").rows(column("x", INTEGER));
    private static final Query<String> SECRET = sql("select cast(:secret as varchar(10)) as x")
            .bind("secret", TEXT, "t1ger")
            .rows(column("x", TEXT));

    static Stream<TestDatabase> databases() {
        return Stream.of(H2, POSTGRES);
    }

    private final Recorder recorder = new Recorder();

    private Engine engine(TestDatabase database, UnaryOperator<EngineBuilder> more) {
        return more.apply(Engine.builder(database.url()).listener(recorder)).build();
    }

    @ParameterizedTest
    @MethodSource("databases")
    void shouldTellOfRowsReadAndChanged(TestDatabase database) {
        Engine engine = engine(database, builder -> builder);
        database.execute("create table if not exists heard (x int)");
        Change insert = sql("insert into heard values (:x), (2)").bind("x", INTEGER, 1);

        StepVerifier.create(engine.stream(THREE))
                .expectNextCount(3)
                .expectComplete()
                .verify(SOON);
        StepVerifier.create(engine.execute(insert))
                .expectNext(2L)
                .expectComplete()
                .verify(SOON);
        StepVerifier.create(engine.transactionMany(tx -> tx.stream(THREE).concatWith(tx.stream(THREE))))
                .expectNextCount(6)
                .expectComplete()
                .verify(SOON);
        engine.close().block(SOON);

        assertThat(recorder.outcomes).extracting(Outcome::rows).containsExactly(3L, 2L, 3L, 3L);
        assertThat(recorder.executions).extracting(Execution::parameters).containsExactly(0, 1, 0, 0);
        assertThat(recorder.outcomes).allSatisfy(outcome -> {
            assertThat(outcome.failure()).isNull();
            assertThat(outcome.cancelled()).isFalse();
            assertThat(outcome.duration()).isPositive();
        });
    }

    @ParameterizedTest
    @MethodSource("databases")
    void shouldTellOfEachRunAndNotBeforeIt(TestDatabase database) {
        Engine engine = engine(database, builder -> builder);
        var one = engine.stream(THREE);

        assertThat(recorder.executions).isEmpty();
        StepVerifier.create(one.thenMany(one))
                .expectNextCount(3)
                .expectComplete()
                .verify(SOON);
        assertThat(recorder.executions).hasSize(2);
        assertThat(recorder.outcomes).hasSize(2);
        engine.close().block(SOON);
    }

    @ParameterizedTest
    @MethodSource("databases")
    void shouldTellOfAFailureAsTheCallerSeesIt(TestDatabase database) {
        Engine engine = engine(database, builder -> builder);

        StepVerifier.create(engine.execute(sql("insert into nowhere values (1)")))
                .expectErrorSatisfies(error -> assertThat(recorder.outcomes)
                        .extracting(Outcome::failure)
                        .containsExactly(error))
                .verify(SOON);
        assertThat(recorder.outcomes.get(0).failure()).isInstanceOf(BadStatementException.class);
        engine.close().block(SOON);
    }

    @ParameterizedTest
    @MethodSource("databases")
    void shouldTellOfACancel(TestDatabase database) {
        Engine engine = engine(database, builder -> builder);

        StepVerifier.create(engine.stream(THREE), 1)
                .expectNextCount(1)
                .thenCancel()
                .verify(SOON);
        engine.close().block(SOON);

        assertThat(recorder.outcomes).hasSize(1).allSatisfy(outcome -> {
            assertThat(outcome.cancelled()).isTrue();
            assertThat(outcome.rows()).isEqualTo(1);
            assertThat(outcome.failure()).isNull();
        });
    }

    @ParameterizedTest
    @MethodSource("databases")
    void shouldShowValuesOnlyOnRequest(TestDatabase database) {
        Engine hiding = engine(database, builder -> builder);
        StepVerifier.create(hiding.one(SECRET))
                .expectNext("t1ger")
                .expectComplete()
                .verify(SOON);
        hiding.close().block(SOON);

        assertThat(recorder.executions)
                .singleElement()
                .satisfies(execution -> assertThat(execution).asString().doesNotContain("t1ger"))
                .extracting(Execution::parameters)
                .isEqualTo(1);

        Engine showing = engine(database, EngineBuilder::showValues);
        StepVerifier.create(showing.one(SECRET))
                .expectNext("t1ger")
                .expectComplete()
                .verify(SOON);
        showing.close().block(SOON);

        assertThat(recorder.executions.get(1).values()).containsExactly("t1ger");
    }

    @ParameterizedTest
    @MethodSource("databases")
    void shouldNotMindAListenerThatThrows(TestDatabase database) {
        Engine engine = Engine.builder(database.url())
                .listener(new Thrower())
                .listener(recorder)
                .build();

        StepVerifier.create(engine.stream(THREE))
                .expectNextCount(3)
                .expectComplete()
                .verify(SOON);
        StepVerifier.create(engine.execute(sql("insert into nowhere values (1)")))
                .expectError(BadStatementException.class)
                .verify(SOON);
        StepVerifier.create(engine.stream(THREE), 1)
                .expectNextCount(1)
                .thenCancel()
                .verify(SOON);
        assertThat(engine.one(SECRET).block(SOON)).isEqualTo("t1ger");
        engine.close().block(SOON);

        assertThat(recorder.outcomes).hasSize(4);
    }

    @Test
    void shouldLogEveryStatementWithItsValuesOnlyOnRequest() {
        Logger logger = (Logger) LoggerFactory.getLogger("io.athanor.sql");
        ListAppender<ILoggingEvent> log = new ListAppender<>();
        Level before = logger.getLevel();
        boolean additive = logger.isAdditive();
        log.start();
        logger.addAppender(log);
        logger.setLevel(Level.INFO);
        logger.setAdditive(false);
        try {
            Engine hiding = engine(H2, EngineBuilder::echo);
            hiding.one(SECRET).block(SOON);
            hiding.close().block(SOON);
            assertThat(messages(log)).hasSize(2);
            assertThat(messages(log).get(0)).startsWith("select cast(").doesNotContain("t1ger");
            assertThat(messages(log).get(1)).matches("1 rows in \\d+ µs");

            Engine showing = engine(H2, builder -> builder.echo().showValues());
            showing.one(SECRET).block(SOON);
            StepVerifier.create(showing.execute(sql("insert into nowhere values (1)")))
                    .verifyError();
            showing.close().block(SOON);
            assertThat(messages(log).get(2)).endsWith("[t1ger]");
            assertThat(messages(log).get(5)).startsWith("failed after").containsIgnoringCase("nowhere");
        } finally {
            logger.detachAppender(log);
            logger.setLevel(before);
            logger.setAdditive(additive);
        }
    }

    private static List<String> messages(ListAppender<ILoggingEvent> log) {
        return log.list.stream().map(ILoggingEvent::getFormattedMessage).toList();
    }

    private static final class Recorder implements StatementListener {
        private final List<Execution> executions = new CopyOnWriteArrayList<>();
        private final List<Outcome> outcomes = new CopyOnWriteArrayList<>();

        @Override
        public void before(Execution execution) {
            executions.add(execution);
        }

        @Override
        public void after(Execution execution, Outcome outcome) {
            outcomes.add(outcome);
        }
    }

    private static final class Thrower implements StatementListener {
        @Override
        public void before(Execution execution) {
            throw new IllegalStateException("before");
        }

        @Override
        public void after(Execution execution, Outcome outcome) {
            throw new AssertionError("after");
        }
    }
}
