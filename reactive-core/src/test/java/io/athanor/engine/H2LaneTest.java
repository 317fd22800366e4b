package io.athanor.engine;

import static io.athanor.engine.LaneFixture.SOON;
import static io.athanor.engine.LaneFixture.TEXT;
import static org.assertj.core.api.Assertions.assertThat;

import io.athanor.DatabaseException;
import io.athanor.compile.BoundStatement;
import io.athanor.testing.TestDatabase;
import io.r2dbc.spi.R2dbcException;
import java.time.Duration;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;
import reactor.core.Disposable;
import reactor.test.StepVerifier;

/** What is H2's own. */
@Timeout(60)
class H2LaneTest {
    private static final LaneFixture FIXTURE = LaneFixture.h2();
    private static final BoundStatement ENDLESS =
            BoundStatement.of("select count(*) from system_range(1, 1000000000000) where x <> $1", 0);

    @Test
    void shouldWorkOnAThreadOfTheConnectionsOwn() {
        FIXTURE.onLane(lane -> {
            String thread = lane.rows(
                            LaneFixture.ids(1), row -> Thread.currentThread().getName(), Effect.READS)
                    .blockLast(SOON);

            assertThat(thread).startsWith("athanor-h2-");
        });
    }

    @Test
    void shouldBeginAtTheIsolationLevelAskedForAndGoBack() {
        FIXTURE.onLane(lane -> {
            for (Isolation isolation : Isolation.values()) {
                lane.begin(TransactionOptions.defaults().isolation(isolation)).block(SOON);
                assertThat(isolation(lane)).isEqualTo(isolation.sql());
                lane.commit().block(SOON);
                assertThat(isolation(lane)).isEqualTo("READ COMMITTED");
            }
        });
    }

    @Test
    void shouldRefuseWritesInAReadOnlyTransaction() {
        FIXTURE.onLane(lane -> {
            lane.begin(TransactionOptions.defaults().readOnly()).block(SOON);
            BoundStatement insert = BoundStatement.of("insert into written values ($1)", 1);

            StepVerifier.create(lane.execute(insert))
                    .expectErrorSatisfies(error -> assertThat(error)
                            .isInstanceOf(DatabaseException.class)
                            .hasMessageContaining("read only"))
                    .verify(SOON);

            lane.rollback().block(SOON);
            lane.begin(TransactionOptions.defaults()).block(SOON);
            assertThat(lane.execute(insert).block(SOON)).isOne();
            lane.rollback().block(SOON);
        });
    }

    @Test
    void shouldLimitTheTimeOfAStatementAndLeaveNoLimitBehind() {
        FIXTURE.onLane(lane -> {
            lane.begin(TransactionOptions.defaults().statementTimeout(Duration.ofMillis(50)))
                    .block(SOON);
            StepVerifier.create(lane.rows(ENDLESS, TEXT, Effect.READS))
                    .expectErrorSatisfies(error ->
                            assertThat(((R2dbcException) error).getSqlState()).isEqualTo("57014"))
                    .verify(SOON);
            lane.rollback().block(SOON);

            assertThat(setting(lane, "QUERY_TIMEOUT")).isEqualTo("0");
        });
    }

    @Test
    void shouldNotLimitHowLongASubscriberTakesForTheRows() {
        FIXTURE.onLane(lane -> {
            lane.begin(TransactionOptions.defaults().statementTimeout(Duration.ofMillis(100)))
                    .block(SOON);
            StepVerifier.create(FIXTURE.stream(lane, 20)
                            .limitRate(1)
                            .delayElements(Duration.ofMillis(15))
                            .count())
                    .expectNext(20L)
                    .expectComplete()
                    .verify(SOON);
            lane.rollback().block(SOON);
        });
    }

    @Test
    void shouldEndWhatIsComputedForNobody() {
        FIXTURE.onLane(lane -> {
            Disposable computing = lane.rows(ENDLESS, TEXT, Effect.READS).subscribe();
            awaitComputing();
            computing.dispose();

            lane.abort().block(SOON);

            FIXTURE.assertUsable(lane);
        });
    }

    @Test
    void shouldComputeOnlyTheRowsThatAreRead() {
        BoundStatement endless = BoundStatement.of("select x from system_range(1, 1000000000000) where x <> $1", 0);
        FIXTURE.onLane(lane -> {
            StepVerifier.create(lane.streamAlone(endless, TEXT, Effect.READS).take(10))
                    .expectNextCount(10)
                    .expectComplete()
                    .verify(SOON);

            lane.recover().block(SOON);
            FIXTURE.assertUsable(lane);
        });
    }

    @Test
    void shouldHoldNoLockAfterAStream() {
        TestDatabase database = FIXTURE.database();
        database.execute("create table locked as select x from system_range(1, 1000)");
        FIXTURE.onLane(lane -> {
            BoundStatement all = BoundStatement.of("select x from locked where x > $1", 0);
            StepVerifier.create(lane.streamAlone(all, TEXT, Effect.READS).limitRate(10))
                    .expectNextCount(1_000)
                    .expectComplete()
                    .verify(SOON);

            database.execute("drop table locked");
        });
    }

    private static void awaitComputing() {
        long until = System.nanoTime() + SOON.toNanos();
        String others = "select session_id from information_schema.sessions"
                + " where executing_statement is not null and session_id <> session_id()";
        while (FIXTURE.database().column(others).isEmpty()) {
            assertThat(System.nanoTime()).as("the statement has started").isLessThan(until);
        }
    }

    private static String isolation(Lane lane) {
        return text(
                lane,
                "select isolation_level from information_schema.sessions where session_id = session_id() and $1 = 1");
    }

    private static String setting(Lane lane, String name) {
        return text(
                lane,
                "select count(*) from information_schema.settings where setting_name = '" + name
                        + "' and setting_value <> '0' and $1 = 1");
    }

    private static String text(Lane lane, String sql) {
        return lane.rows(BoundStatement.of(sql, 1), TEXT, Effect.READS)
                .last()
                .blockOptional(SOON)
                .orElseThrow();
    }
}
