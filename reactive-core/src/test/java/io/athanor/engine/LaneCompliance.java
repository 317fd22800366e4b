package io.athanor.engine;

import static org.assertj.core.api.Assertions.assertThat;

import io.athanor.ResultException;
import io.athanor.compile.BoundStatement;
import io.r2dbc.spi.R2dbcException;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.atomic.AtomicInteger;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;
import reactor.core.publisher.Flux;
import reactor.core.publisher.Mono;
import reactor.test.StepVerifier;

/** What a lane promises on every database. */
@Timeout(60)
interface LaneCompliance {
    Duration SOON = Duration.ofSeconds(20);
    int ROWS = LaneFixture.ROWS;

    /** The database under test. */
    LaneFixture fixture();

    @Test
    default void shouldReadRowsInOrder() {
        fixture().onLane(lane -> {
            StepVerifier.create(lane.rows(LaneFixture.ids(5), LaneFixture.ID, Effect.READS))
                    .expectNext(1, 2, 3, 4, 5)
                    .expectComplete()
                    .verify(SOON);
        });
    }

    @Test
    default void shouldDoNothingBeforeSubscription() {
        fixture().onLane(lane -> {
            Mono<Long> unused = lane.execute(BoundStatement.of("this is not SQL"));

            assertThat(unused).isNotNull();
            fixture().assertUsable(lane);
        });
    }

    @Test
    default void shouldCountChangedRows() {
        fixture().inTransaction(lane -> {
            BoundStatement update = BoundStatement.of("update numbers set name = $1 where id <= $2", "x", 7);

            StepVerifier.create(lane.execute(update))
                    .expectNext(7L)
                    .expectComplete()
                    .verify(SOON);
        });
    }

    @Test
    default void shouldKeepWhatIsCommittedAndNothingElse() {
        fixture().onLane(lane -> {
            BoundStatement insert = BoundStatement.of("insert into written(id) values ($1)", 1);
            lane.begin(TransactionOptions.defaults()).block(SOON);
            lane.execute(insert).block(SOON);
            lane.rollback().block(SOON);
            lane.begin(TransactionOptions.defaults()).block(SOON);
            lane.execute(BoundStatement.of("insert into written(id) values ($1)", 2))
                    .block(SOON);
            lane.savepoint("a").block(SOON);
            lane.execute(BoundStatement.of("insert into written(id) values ($1)", 3))
                    .block(SOON);
            lane.rollbackTo("a").block(SOON);
            lane.release("a").block(SOON);
            lane.commit().block(SOON);

            assertThat(fixture().database().column("select id from written where id < 10 order by id"))
                    .containsExactly(2);
        });
    }

    @Test
    default void shouldStreamEveryRowForAnyDemand() {
        fixture().inTransaction(lane -> {
            List<Flux<Integer>> demands = List.of(
                    fixture().stream(lane, ROWS),
                    fixture().stream(lane, ROWS).limitRate(1),
                    fixture().stream(lane, ROWS).limitRate(100),
                    fixture().stream(lane, ROWS).concatMap(Mono::just, 0));
            for (Flux<Integer> stream : demands) {
                AtomicInteger last = new AtomicInteger();
                StepVerifier.create(stream.doOnNext(id -> assertThat(id).isEqualTo(last.incrementAndGet()))
                                .count())
                        .expectNext((long) ROWS)
                        .expectComplete()
                        .verify(SOON);
            }
        });
    }

    @Test
    default void shouldStreamAnEmptyResult() {
        fixture().inTransaction(lane -> StepVerifier.create(
                        fixture().stream(lane, 0).limitRate(1))
                .expectComplete()
                .verify(SOON));
    }

    @Test
    default void shouldEmitNoMoreThanIsAskedFor() {
        fixture().inTransaction(lane -> StepVerifier.create(fixture().stream(lane, ROWS), 0)
                .expectSubscription()
                .thenRequest(3)
                .expectNext(1, 2, 3)
                .expectNoEvent(Duration.ofMillis(50))
                .thenRequest(1)
                .expectNext(4)
                .thenCancel()
                .verify(SOON));
    }

    @Test
    default void shouldBeUsableAtOnceAfterAStreamWasCancelled() {
        fixture().inTransaction(lane -> {
            for (int taken : new int[] {1, 10, 200, 1000}) {
                StepVerifier.create(fixture().stream(lane, ROWS).take(taken))
                        .expectNextCount(taken)
                        .expectComplete()
                        .verify(SOON);
                fixture().assertUsable(lane);
            }
        });
    }

    @Test
    default void shouldDeliverAnExceptionOfTheMapperAndGoOn() {
        fixture().inTransaction(lane -> {
            for (Effect effect : Effect.values()) {
                for (int demand : new int[] {1, Integer.MAX_VALUE}) {
                    Flux<Integer> failing = lane.stream(
                            LaneFixture.ids(ROWS),
                            row -> {
                                Integer id = LaneFixture.ID.apply(row);
                                if (id == 300) {
                                    throw new IllegalStateException("no 300");
                                }
                                return id;
                            },
                            effect);
                    StepVerifier.create(demand == 1 ? failing.limitRate(1) : failing)
                            .expectNextCount(299)
                            .expectErrorMessage("no 300")
                            .verify(SOON);
                    fixture().assertUsable(lane);
                }
            }
        });
    }

    @Test
    default void shouldSayWhatToDoWhenARowIsMappedToNull() {
        fixture().inTransaction(lane -> {
            @SuppressWarnings("NullAway") // what the test is about
            Flux<Integer> nulls = lane.stream(LaneFixture.ids(5), row -> null, Effect.READS);

            StepVerifier.create(nulls)
                    .expectErrorSatisfies(error -> assertThat(error)
                            .isInstanceOf(ResultException.class)
                            .hasMessageContaining("Optional"))
                    .verify(SOON);
            fixture().assertUsable(lane);
        });
    }

    @Test
    default void shouldReportAnErrorInTheMiddleOfAStream() {
        fixture().onLane(lane -> {
            lane.begin(TransactionOptions.defaults()).block(SOON);
            StepVerifier.create(lane.stream(fixture().failing(), LaneFixture.ID, Effect.READS)
                            .limitRate(10))
                    .thenConsumeWhile(value -> true)
                    .expectError(R2dbcException.class)
                    .verify(SOON);

            lane.rollback().block(SOON);
            fixture().assertUsable(lane);
        });
    }

    @Test
    default void shouldReportBadSqlAndGoOn() {
        fixture().onLane(lane -> {
            BoundStatement bad = BoundStatement.of("select nonsense from nowhere where 1 = $1", 1);

            StepVerifier.create(lane.rows(bad, LaneFixture.ID, Effect.READS))
                    .expectError(R2dbcException.class)
                    .verify(SOON);
            StepVerifier.create(lane.execute(bad))
                    .expectError(R2dbcException.class)
                    .verify(SOON);
            fixture().assertUsable(lane);
        });
    }

    @Test
    default void shouldEndAStreamWhoseTransactionEnds() {
        fixture().onLane(lane -> {
            lane.begin(TransactionOptions.defaults()).block(SOON);
            Flux<Integer> stream = fixture().stream(lane, 3_000)
                    .concatMap(id -> id == 10 ? lane.commit().thenReturn(id) : Mono.just(id), 1);

            StepVerifier.create(stream)
                    .thenConsumeWhile(id -> true)
                    .expectErrorSatisfies(error -> assertThat(error)
                            .isInstanceOf(ResultException.class)
                            .hasMessageContaining("transaction ended"))
                    .verify(SOON);
            fixture().assertUsable(lane);
        });
    }

    @Test
    default void shouldFinishAWriteThatIsCancelled() {
        fixture().onLane(lane -> {
            lane.execute(BoundStatement.of("insert into written(id) values ($1)", 100))
                    .subscribe()
                    .dispose();
            List<Integer> seen = lane.rows(
                            BoundStatement.of("select id from written where id = $1", 100),
                            LaneFixture.ID,
                            Effect.READS)
                    .collectList()
                    .block(SOON);

            assertThat(seen).containsExactly(100);
        });
    }

    @Test
    default void shouldLeaveAStreamThatAnotherStatementRunsBesideUntouched() {
        fixture().inTransaction(lane -> {
            List<Integer> streamed = new ArrayList<>();
            Mono<Long> nested = fixture().stream(lane, 3_000)
                    .doOnNext(streamed::add)
                    .concatMap(id ->
                            lane.execute(BoundStatement.of("update numbers set name = $1 where id = $2", "y", id)))
                    .reduce(0L, Long::sum);

            StepVerifier.create(nested).expectNext(3_000L).expectComplete().verify(SOON);
            assertThat(streamed).hasSize(3_000).isSorted();
        });
    }
}
