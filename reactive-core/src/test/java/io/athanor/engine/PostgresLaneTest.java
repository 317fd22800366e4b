package io.athanor.engine;

import static io.athanor.engine.LaneFixture.SOON;
import static io.athanor.engine.LaneFixture.TEXT;
import static org.assertj.core.api.Assertions.assertThat;

import io.athanor.compile.BoundStatement;
import io.r2dbc.spi.R2dbcException;
import java.time.Duration;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;
import reactor.core.Disposable;
import reactor.core.publisher.Mono;
import reactor.core.scheduler.Schedulers;
import reactor.test.StepVerifier;

/** What is PostgreSQL's own. */
@Timeout(60)
class PostgresLaneTest {
    private static final LaneFixture FIXTURE = LaneFixture.postgres();
    private static final BoundStatement ASLEEP =
            BoundStatement.of("select cast(pg_sleep(600) as text) where $1 = 1", 1);

    @Test
    void shouldPlanCursorsForAllRows() {
        FIXTURE.onLane(lane -> assertThat(show(lane, "cursor_tuple_fraction")).isEqualTo("1"));
    }

    @Test
    void shouldEndAReadOnTheServerThatNobodyWaitsForAnyMore() {
        FIXTURE.onLane(lane -> {
            Disposable reading = lane.rows(ASLEEP, TEXT, Effect.READS).subscribe();
            reading.dispose();

            lane.abort().block(SOON);

            FIXTURE.assertUsable(lane);
        });
    }

    @Test
    void shouldEndAWriteOnTheServerWhenItsTransactionIsGivenUp() {
        FIXTURE.onLane(lane -> {
            lane.begin(TransactionOptions.defaults()).block(SOON);
            lane.execute(ASLEEP).subscribe().dispose();

            lane.recover().block(SOON);

            FIXTURE.assertUsable(lane);
        });
    }

    @Test
    void shouldEndAStreamOnTheServerThatIsStillComputing() {
        BoundStatement slow = BoundStatement.of(
                "select case when i = 3 then cast(pg_sleep(600) as text) else '' end from generate_series(1, $1) s(i)",
                5);
        FIXTURE.onLane(lane -> {
            StepVerifier.create(lane.streamAlone(slow, TEXT, Effect.READS).limitRate(1), 0)
                    .expectSubscription()
                    .thenRequest(1)
                    .thenAwait(Duration.ofMillis(50))
                    .thenCancel()
                    .verify(SOON);

            lane.recover().block(SOON);

            FIXTURE.assertUsable(lane);
        });
    }

    @Test
    void shouldCloseTheCursorOfAStreamThatIsCancelled() {
        FIXTURE.inTransaction(lane -> {
            for (int i = 0; i < 20; i++) {
                StepVerifier.create(FIXTURE.stream(lane, LaneFixture.ROWS).take(10))
                        .expectNextCount(10)
                        .expectComplete()
                        .verify(SOON);
            }

            // Who cancels hears of the end first: the last cursor may be closed behind the next statement.
            StepVerifier.create(Mono.fromSupplier(() -> count(lane, "pg_cursors where name like 'athanor%' and $1 = 1"))
                            .subscribeOn(Schedulers.boundedElastic())
                            .repeat()
                            .takeUntil("0"::equals)
                            .last())
                    .expectNext("0")
                    .expectComplete()
                    .verify(SOON);
            // The names of cursors are used again, so their texts are prepared once.
            assertThat(count(lane, "pg_prepared_statements where statement like 'DECLARE%' and $1 = 1"))
                    .isIn("1", "2");
        });
    }

    @Test
    void shouldLeaveNoTimeLimitBehind() {
        FIXTURE.onLane(lane -> {
            lane.begin(TransactionOptions.defaults().statementTimeout(Duration.ofMillis(50)))
                    .block(SOON);
            StepVerifier.create(lane.rows(ASLEEP, TEXT, Effect.READS))
                    .expectErrorSatisfies(error ->
                            assertThat(((R2dbcException) error).getSqlState()).isEqualTo("57014"))
                    .verify(SOON);
            lane.rollback().block(SOON);

            assertThat(show(lane, "statement_timeout")).isEqualTo("0");
        });
    }

    @Test
    void shouldRefuseToCommitAFailedTransaction() {
        FIXTURE.onLane(lane -> {
            lane.begin(TransactionOptions.defaults()).block(SOON);
            lane.execute(BoundStatement.of("nonsense")).onErrorComplete().block(SOON);

            StepVerifier.create(lane.commit()).expectError(R2dbcException.class).verify(SOON);
            FIXTURE.assertUsable(lane);
        });
    }

    @Test
    void shouldStreamAWholeResultAloneAndCommit() {
        FIXTURE.onLane(lane -> {
            StepVerifier.create(lane.streamAlone(LaneFixture.ids(3_000), LaneFixture.ID, Effect.READS)
                            .limitRate(10))
                    .expectNextCount(3_000)
                    .expectComplete()
                    .verify(SOON);

            assertThat(lane.connection().isAutoCommit()).isTrue();
        });
    }

    private static String show(Lane lane, String setting) {
        return text(lane, "select current_setting('" + setting + "') where $1 = 1");
    }

    private static String count(Lane lane, String from) {
        return text(lane, "select count(*) from " + from);
    }

    private static String text(Lane lane, String sql) {
        return lane.rows(BoundStatement.of(sql, 1), TEXT, Effect.READS)
                .last()
                .blockOptional(SOON)
                .orElseThrow();
    }
}
