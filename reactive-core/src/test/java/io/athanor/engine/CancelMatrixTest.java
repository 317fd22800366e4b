package io.athanor.engine;

import static org.assertj.core.api.Assertions.assertThat;

import io.athanor.compile.BoundStatement;
import io.athanor.testing.EventConnections;
import io.athanor.testing.TestDatabase;
import io.r2dbc.spi.Connection;
import java.time.Duration;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.function.Function;
import org.junit.jupiter.api.DynamicTest;
import org.junit.jupiter.api.TestFactory;
import org.junit.jupiter.api.Timeout;
import org.reactivestreams.Publisher;
import org.reactivestreams.Subscription;
import reactor.core.publisher.BaseSubscriber;
import reactor.core.publisher.Flux;
import reactor.core.publisher.Mono;
import reactor.core.publisher.Sinks;
import reactor.core.scheduler.Schedulers;

/**
 * Every operation of a lane, left in every way at every await point: afterwards the connection is usable at once, no
 * transaction is open, and what was not committed is not there.
 */
class CancelMatrixTest {
    private static final Duration SOON = Duration.ofSeconds(20);
    /** An await point that comes later than this is of the same kind as one before. */
    private static final int LAST_POINT = 60;

    private static final int ROWS = 150;

    @TestFactory
    @Timeout(180)
    List<DynamicTest> shouldLeaveTheConnectionCleanWhereverItIsLeft() {
        List<DynamicTest> tests = new ArrayList<>();
        for (Stand stand : List.of(new Stand(TestDatabase.h2()), new Stand(TestDatabase.postgres()))) {
            operations().forEach((name, operation) -> {
                for (Leaving leaving : Leaving.values()) {
                    String title = stand.database + ", " + name + ", " + leaving;
                    tests.add(DynamicTest.dynamicTest(title, () -> stand.everyPoint(operation, leaving)));
                }
            });
        }
        return tests;
    }

    private static Map<String, Function<Lane, Publisher<?>>> operations() {
        BoundStatement ids = BoundStatement.of("select id from numbers where id <= $1 order by id", ROWS);
        BoundStatement insert = BoundStatement.of("insert into written values ($1)", 1);
        Map<String, Function<Lane, Publisher<?>>> all = new LinkedHashMap<>();
        all.put("rows", lane -> lane.rows(ids, LaneFixture.ID, Effect.READS));
        all.put("stream at once", lane -> lane.stream(ids, LaneFixture.ID, Effect.READS));
        all.put("stream bit by bit", lane -> lane.stream(ids, LaneFixture.ID, Effect.READS)
                .limitRate(7));
        all.put("stream of a write", lane -> lane.stream(ids, LaneFixture.ID, Effect.WRITES)
                .limitRate(7));
        all.put("execute", lane -> lane.execute(insert));
        all.put("savepoint", lane -> lane.savepoint("a")
                .then(lane.execute(insert))
                .then(lane.rollbackTo("a"))
                .then(lane.release("a")));
        all.put("nested", lane -> lane.stream(ids, LaneFixture.ID, Effect.READS)
                .concatMap(id -> id % 50 == 0 ? lane.execute(insert) : Mono.just(1L), 1));
        all.put(
                "two streams",
                lane -> Flux.zip(
                        lane.stream(ids, LaneFixture.ID, Effect.READS),
                        lane.stream(ids, LaneFixture.ID, Effect.READS)));
        return all;
    }

    /** How an operation is left at an await point. */
    private enum Leaving {
        CANCEL,
        CANCEL_FROM_ANOTHER_THREAD,
        FAIL
    }

    /** A database and what happens on one connection to it. */
    private static final class Stand {
        private final TestDatabase database;
        private final EventConnections events;
        private final DriverSupport driver;

        Stand(TestDatabase database) {
            this.database = database;
            database.execute("create table numbers (id int primary key)", "create table written (id int)");
            for (int id = 1; id <= ROWS; id += 50) {
                database.execute("insert into numbers values " + values(id, id + 49));
            }
            this.events = new EventConnections(database.connectionFactory());
            this.driver = Drivers.present().forFactory(events);
        }

        private static String values(int from, int to) {
            StringBuilder values = new StringBuilder();
            for (int id = from; id <= to; id++) {
                values.append(id == from ? "(" : ", (").append(id).append(')');
            }
            return values.toString();
        }

        void everyPoint(Function<Lane, Publisher<?>> operation, Leaving leaving) {
            Connection connection =
                    Mono.from(driver.adopt(events).create()).blockOptional(SOON).orElseThrow();
            try {
                Lane lane = new Lane(driver.attach(connection), StreamOptions.DEFAULTS);
                int point = 1;
                while (point <= LAST_POINT && leave(lane, operation, leaving, point)) {
                    assertThat(connection.isAutoCommit())
                            .as("no transaction at %s", point)
                            .isTrue();
                    assertThat(count(lane, "numbers")).as("usable at %s", point).isEqualTo(ROWS);
                    assertThat(count(lane, "written"))
                            .as("rolled back at %s", point)
                            .isZero();
                    point++;
                }
                assertThat(point).isGreaterThan(4);
            } finally {
                Mono.from(connection.close()).block(SOON);
            }
        }

        private static int count(Lane lane, String table) {
            BoundStatement count =
                    BoundStatement.of("select cast(count(*) as int) from " + table + " where id > $1", 0);
            Integer rows = lane.rows(count, LaneFixture.ID, Effect.READS).blockLast(SOON);
            return rows == null ? -1 : rows;
        }

        /** False if it was over before that point. */
        private boolean leave(Lane lane, Function<Lane, Publisher<?>> operation, Leaving leaving, int point) {
            Sinks.Empty<Void> ended = Sinks.empty();
            Sinks.Empty<Object> failure = Sinks.empty();
            Flux<?> work = Flux.usingWhen(
                    Mono.just(lane),
                    one -> Flux.merge(
                            failure.asMono(),
                            one.begin(TransactionOptions.defaults())
                                    .thenMany(operation.apply(one))
                                    .doOnComplete(failure::tryEmitEmpty)),
                    one -> one.rollback().doFinally(signal -> ended.tryEmitEmpty()),
                    (one, error) -> one.recover().doFinally(signal -> ended.tryEmitEmpty()),
                    one -> one.recover().doFinally(signal -> ended.tryEmitEmpty()));
            BaseSubscriber<Object> taking = new BaseSubscriber<>() {
                @Override
                protected void hookOnSubscribe(Subscription subscription) {
                    requestUnbounded();
                }

                @Override
                protected void hookOnError(Throwable error) {}
            };
            events.listen(event -> {
                if (event == point) {
                    switch (leaving) {
                        case CANCEL -> taking.cancel();
                        case CANCEL_FROM_ANOTHER_THREAD -> Schedulers.parallel().schedule(taking::cancel);
                        case FAIL -> failure.tryEmitError(new IllegalStateException("left"));
                    }
                }
            });
            work.cast(Object.class).subscribe(taking);
            ended.asMono().block(SOON);
            boolean reached = events.count() >= point;
            events.listen(event -> {});
            return reached;
        }
    }
}
