package io.athanor.engine;

import static io.athanor.sql.Sql.select;
import static org.assertj.core.api.Assertions.assertThat;

import io.athanor.DatabaseException;
import io.athanor.PoolExhaustedException;
import io.athanor.sql.Query;
import io.athanor.testing.RecordingConnectionFactory;
import io.athanor.testing.TestDatabase;
import java.time.Duration;
import java.util.List;
import java.util.Objects;
import java.util.concurrent.atomic.AtomicReference;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;
import reactor.core.Disposable;
import reactor.core.publisher.Flux;
import reactor.core.publisher.Mono;
import reactor.core.publisher.Sinks;
import reactor.test.StepVerifier;

/** When transactions begin and end, who may use them, and in which order. */
@Timeout(60)
abstract class TransactionCompliance extends ItemsOnEngine {
    TransactionCompliance(TestDatabase database) {
        super(database);
    }

    @Test
    void shouldTakeNoConnectionWithoutAStatement() {
        RecordingConnectionFactory recording = database.recordingConnectionFactory();
        Engine lazy = Engine.of(recording);

        StepVerifier.create(lazy.transaction(tx -> Mono.just(1))).expectNext(1).verifyComplete();
        StepVerifier.create(lazy.transaction(tx -> Mono.error(new IllegalStateException("no"))))
                .verifyError();
        StepVerifier.create(lazy.transactionMany(tx -> tx.savepointMany(inner -> Flux.just(1, 2)))
                        .take(0))
                .verifyComplete();

        assertThat(recording.opened()).isZero();
        lazy.close().block(SOON);
    }

    @Test
    void shouldCommitBeforeTheResult() {
        AtomicReference<List<Integer>> seen = new AtomicReference<>();
        Mono<Long> work = engine.transaction(tx -> tx.execute(insert(1)))
                .delayUntil(result -> engine.stream(ids()).collectList().doOnNext(seen::set));

        StepVerifier.create(work).expectNext(1L).verifyComplete();
        assertThat(seen.get()).containsExactly(1);
    }

    @Test
    void shouldEmitManyBeforeTheCommitAndKeepThemAfterIt() {
        StepVerifier.create(engine.transactionMany(tx -> tx.execute(insert(1)).thenMany(tx.stream(ids()))))
                .expectNext(1)
                .verifyComplete();

        assertThat(committed()).containsExactly(1);
    }

    @Test
    void shouldUndoWhenItIsTakenFromOnlyInPart() {
        StepVerifier.create(engine.transactionMany(tx -> tx.execute(insert(1))
                                .then(tx.execute(insert(2)))
                                .thenMany(tx.stream(ids())))
                        .take(1))
                .expectNext(1)
                .verifyComplete();

        assertAtRest(engine);
        assertThat(committed()).isEmpty();
    }

    @Test
    void shouldHaveRolledBackBeforeTheErrorArrives() {
        Mono<List<Integer>> seen = engine.transaction(
                        tx -> tx.execute(insert(1)).then(Mono.<List<Integer>>error(new IllegalArgumentException("no"))))
                .onErrorResume(error -> {
                    assertThat(engine.poolMetrics().acquired()).isZero();
                    return engine.stream(ids()).collectList();
                });

        StepVerifier.create(seen).expectNext(List.of()).verifyComplete();
    }

    @Test
    void shouldRefuseATransactionThatHasEnded() {
        AtomicReference<Transaction> kept = new AtomicReference<>();
        run(engine.transaction(tx -> {
            kept.set(tx);
            return tx.execute(insert(1));
        }));
        Transaction ended = Objects.requireNonNull(kept.get());

        for (Mono<?> use : List.of(
                ended.execute(insert(2)),
                ended.stream(ids()).then(),
                ended.one(ids()),
                ended.savepoint(inner -> Mono.just(1)))) {
            StepVerifier.create(use).verifyErrorSatisfies(error -> assertThat(error)
                    .isInstanceOf(IllegalStateException.class)
                    .hasMessageContaining("has ended"));
        }
        assertThat(committed()).containsExactly(1);
    }

    @Test
    void shouldRefuseTheOuterTransactionInsideASavepoint() {
        StepVerifier.create(engine.transaction(tx -> tx.savepoint(inner -> tx.execute(insert(1)))))
                .verifyErrorSatisfies(error -> assertThat(error)
                        .isInstanceOf(IllegalStateException.class)
                        .hasMessageContaining("use the transaction that its work was given"));
        StepVerifier.create(engine.transaction(
                        tx -> tx.savepoint(inner -> inner.savepoint(most -> inner.execute(insert(1))))))
                .verifyError(IllegalStateException.class);

        assertThat(committed()).isEmpty();
    }

    @Test
    void shouldRunWhateverIsSubscribedAtOnceInThatOrder() {
        List<Integer> seen = run(engine.transaction(tx -> Flux.mergeSequential(
                        tx.stream(ids()).collectList(),
                        tx.execute(insert(1)).thenReturn(List.<Integer>of()),
                        tx.stream(ids()).collectList(),
                        tx.savepoint(inner -> inner.execute(insert(2)).thenReturn(List.<Integer>of())),
                        tx.stream(ids()).collectList())
                .flatMapIterable(found -> found)
                .collectList()));

        assertThat(seen).containsExactly(1, 1, 2);
    }

    @Test
    void shouldCompleteEveryPublisherThatIsSubscribedAtOnce() {
        insertRange(1, 1000);

        Long work = run(engine.transaction(tx -> Mono.zip(
                        Flux.range(2001, 300)
                                .flatMap(id -> tx.execute(insert(id)), 300)
                                .count(),
                        tx.stream(ids()).limitRate(10).count(),
                        Flux.range(3001, 50)
                                .flatMap(id -> tx.savepoint(inner -> inner.execute(insert(id))), 50)
                                .count(),
                        tx.stream(ids()).flatMap(id -> tx.one(limited()), 4).count())
                .map(counts -> counts.getT1() + counts.getT3())));

        assertThat(work).isEqualTo(350L);
        assertThat(committed()).hasSize(1350);
    }

    private static Query<Integer> limited() {
        return select(ITEMS.id).limit(1);
    }

    @Test
    void shouldLetThousandsWaitForASavepoint() {
        Mono<Long> work = engine.transaction(tx -> Flux.merge(
                        10_000,
                        tx.savepoint(inner -> inner.execute(insert(0))).flux(),
                        Flux.range(1, 5_000).flatMap(i -> tx.stream(limited()), 5_000))
                .count());

        assertThat(work.block(Duration.ofSeconds(50))).isEqualTo(5_001L);
    }

    @Test
    void shouldDetectThatItWouldWaitForItself() {
        Engine one = Engine.builder(database.url()).poolSize(1).maxOverflow(0).build();
        try {
            StepVerifier.create(one.transaction(tx -> tx.execute(insert(1)).then(one.execute(insert(2)))))
                    .expectError(PoolExhaustedException.class)
                    .verify(Duration.ofSeconds(10));
            StepVerifier.create(one.transaction(
                            tx -> tx.execute(insert(1)).then(one.transaction(other -> other.execute(insert(2))))))
                    .expectError(PoolExhaustedException.class)
                    .verify(Duration.ofSeconds(10));
            StepVerifier.create(one.transaction(tx ->
                            tx.execute(insert(1)).thenMany(one.stream(ids())).then()))
                    .expectError(PoolExhaustedException.class)
                    .verify(Duration.ofSeconds(10));
            assertAtRest(one);
            assertThat(committed()).isEmpty();
        } finally {
            one.close().block(SOON);
        }
    }

    @Test
    void shouldGiveUpItsPlaceInTheQueueWhenItIsCancelled() {
        Engine one = Engine.builder(database.url()).poolSize(1).maxOverflow(0).build();
        Sinks.Empty<Void> began = Sinks.empty();
        Sinks.Empty<Void> gate = Sinks.empty();
        try {
            one.transaction(tx -> tx.execute(insert(1))
                            .doOnNext(done -> began.tryEmitEmpty())
                            .then(gate.asMono()))
                    .subscribe();
            began.asMono().block(SOON);
            Disposable waiting = one.transaction(tx -> tx.execute(insert(2))).subscribe();
            assertThat(one.poolMetrics().pending()).isEqualTo(1);

            waiting.dispose();

            await(() -> one.poolMetrics().pending() == 0);
            gate.tryEmitEmpty();
            assertAtRest(one);
            assertThat(committed()).containsExactly(1);
        } finally {
            one.close().block(SOON);
        }
    }

    @Test
    void shouldNotCommitWhatFailed() {
        Mono<Long> swallowed = engine.transaction(
                tx -> tx.execute(insert(1)).then(tx.execute(insert(1)).onErrorReturn(0L)));

        // H2 undoes the statement, PostgreSQL the transaction: either way nothing is lost in silence.
        if (isPostgres()) {
            StepVerifier.create(swallowed)
                    .verifyErrorSatisfies(error -> assertThat(error).isInstanceOf(DatabaseException.class));
            assertThat(committed()).isEmpty();
        } else {
            StepVerifier.create(swallowed).expectNext(0L).verifyComplete();
            assertThat(committed()).containsExactly(1);
        }
    }

    @Test
    void shouldCompleteWhenTheWorkCopesWithAMissingConnection() {
        Engine one = Engine.builder(database.url())
                .poolSize(1)
                .maxOverflow(0)
                .poolTimeout(Duration.ofMillis(50))
                .build();
        try {
            Mono<Long> work =
                    one.transaction(outer -> outer.execute(insert(1)).then(one.transaction(tx -> tx.execute(insert(2))
                            .onErrorResume(PoolExhaustedException.class, error -> Mono.just(0L)))));

            StepVerifier.create(work).expectNext(0L).verifyComplete();
            assertThat(committed()).containsExactly(1);
        } finally {
            one.close().block(SOON);
        }
    }

    @Test
    void shouldReadFewRowsInOneStatement() {
        insertRange(1, 100);
        RecordingConnectionFactory recording = database.recordingConnectionFactory();
        Engine counted = Engine.of(recording);
        run(counted.one(limited()));
        recording.clear();

        StepVerifier.create(counted.stream(select(ITEMS.id).limit(50)).limitRate(7))
                .expectNextCount(50)
                .verifyComplete();

        assertThat(recording.calls()).hasSize(1);
        counted.close().block(SOON);
    }

    @Test
    void shouldFinishWhatIsUnderWayBeforeItIsClosed() {
        Engine closing = Engine.of(database.url());
        Sinks.Empty<Void> began = Sinks.empty();
        Sinks.Empty<Void> gate = Sinks.empty();
        Mono<Long> work = closing.transaction(tx -> tx.execute(insert(1))
                .doOnNext(done -> began.tryEmitEmpty())
                .then(gate.asMono())
                .then(tx.execute(insert(2))));
        Mono<Boolean> close = began.asMono()
                .then(Mono.defer(() -> Mono.when(closing.close(), Mono.fromRunnable(gate::tryEmitEmpty))))
                .thenReturn(true);

        StepVerifier.create(Mono.zip(work, close))
                .expectNextCount(1)
                .expectComplete()
                .verify(SOON);

        assertThat(committed()).containsExactly(1, 2);
    }
}
