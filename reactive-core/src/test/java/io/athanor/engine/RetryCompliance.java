package io.athanor.engine;

import static io.athanor.engine.Library.AUTHORS;
import static io.athanor.engine.Library.age;
import static io.athanor.engine.Library.author;
import static io.athanor.sql.Sql.select;
import static org.assertj.core.api.Assertions.assertThat;

import io.athanor.DatabaseException.Origin;
import io.athanor.DeadlockException;
import io.athanor.SerializationFailureException;
import io.athanor.TransactionRollbackException;
import io.athanor.testing.TestDatabase;
import java.time.Duration;
import java.util.concurrent.atomic.AtomicInteger;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import reactor.core.publisher.Flux;
import reactor.core.publisher.Mono;
import reactor.core.publisher.Sinks;
import reactor.test.StepVerifier;

/** Transactions that collide, on every database, and are run again. H2 has one code for a collision and a deadlock. */
abstract class RetryCompliance extends LibraryCase {
    private static final TransactionOptions SERIALIZABLE =
            TransactionOptions.defaults().isolation(Isolation.SERIALIZABLE);

    RetryCompliance(TestDatabase database) {
        super(database);
    }

    @BeforeEach
    void fill() {
        run(engine.execute(author(1, "a", 0)));
        run(engine.execute(author(2, "b", 0)));
    }

    @Test
    void shouldSayThatTransactionsCollided() {
        StepVerifier.create(collision(engine, new AtomicInteger(), Integer.MAX_VALUE))
                .verifyErrorSatisfies(error -> assertThat(error)
                        .isInstanceOf(SerializationFailureException.class)
                        .hasMessageContaining("retrying"));
    }

    @Test
    void shouldRunAgainWhatCollided() {
        AtomicInteger attempts = new AtomicInteger();

        StepVerifier.create(collision(engine.retrying(quick(5)), attempts, 2))
                .expectNext(1L)
                .verifyComplete();

        assertThat(attempts).hasValue(3);
        assertThat(list(engine.stream(select(AUTHORS.age).where(AUTHORS.id.eq(1L)))))
                .containsExactly(1002);
    }

    @Test
    void shouldGiveUpAfterTheLastAttemptWithTheDatabasesError() {
        AtomicInteger attempts = new AtomicInteger();

        StepVerifier.create(collision(engine.retrying(quick(3)), attempts, Integer.MAX_VALUE))
                .verifyErrorSatisfies(error -> assertThat(error).isInstanceOf(TransactionRollbackException.class));
        assertThat(attempts).hasValue(3);
    }

    @Test
    void shouldResolveADeadlockByRunningTheVictimAgain() {
        AtomicInteger attempts = new AtomicInteger();
        Engine retrying = engine.retrying(quick(5));
        Meeting meeting = new Meeting();
        TransactionOptions patient = TransactionOptions.defaults().lockTimeout(Duration.ofSeconds(20));

        Mono<Void> both = Mono.when(
                crossing(retrying, patient, 1, 2, meeting, attempts),
                crossing(retrying, patient, 2, 1, meeting, attempts));

        StepVerifier.create(both).verifyComplete();
        assertThat(attempts).hasValue(3);
    }

    @Test
    void shouldSayThatTransactionsWaitedForEachOther() {
        Meeting meeting = new Meeting();
        AtomicInteger attempts = new AtomicInteger();
        TransactionOptions patient = TransactionOptions.defaults().lockTimeout(Duration.ofSeconds(20));

        Mono<Long> deadlocks = Flux.merge(
                        crossing(engine, patient, 1, 2, meeting, attempts).materialize(),
                        crossing(engine, patient, 2, 1, meeting, attempts).materialize())
                .filter(signal -> signal.getThrowable() instanceof DeadlockException)
                .count();

        StepVerifier.create(deadlocks).expectNext(1L).verifyComplete();
    }

    @Test
    void shouldNotRunAgainWhatHasEmitted() {
        AtomicInteger attempts = new AtomicInteger();
        Flux<Long> work = engine.retrying(quick(5))
                .transactionMany(
                        tx -> Flux.concat(tx.execute(age(1, attempts.incrementAndGet())), Mono.error(rolledBack())));

        StepVerifier.create(work).expectNext(1L).verifyError(SerializationFailureException.class);
        assertThat(attempts).hasValue(1);
    }

    @Test
    void shouldPauseLongerAndLonger() {
        RetryPolicy policy = new RetryPolicy(4, Duration.ofSeconds(10), Duration.ofSeconds(25));
        AtomicInteger attempts = new AtomicInteger();

        StepVerifier.withVirtualTime(() -> engine.retrying(policy)
                        .transaction(tx -> Mono.defer(() -> {
                            attempts.incrementAndGet();
                            return Mono.error(rolledBack());
                        })))
                .expectSubscription()
                .expectNoEvent(Duration.ofSeconds(5))
                .then(() -> assertThat(attempts).hasValue(1))
                .thenAwait(Duration.ofSeconds(10))
                .then(() -> assertThat(attempts).hasValue(2))
                .thenAwait(Duration.ofSeconds(90))
                .verifyErrorSatisfies(error -> assertThat(error).isInstanceOf(TransactionRollbackException.class));
        assertThat(attempts).hasValue(4);
    }

    private static TransactionRollbackException rolledBack() {
        return new SerializationFailureException("x", new Origin(null, "40001", 0), null);
    }

    private static RetryPolicy quick(int attempts) {
        return new RetryPolicy(attempts, Duration.ofMillis(1), Duration.ofMillis(2));
    }

    /** Reads a row and changes it; in the first attempts somebody else has changed it in between. */
    private Mono<Long> collision(Engine runner, AtomicInteger attempts, int disturbed) {
        return runner.transaction(SERIALIZABLE, tx -> tx.one(select(AUTHORS.age).where(AUTHORS.id.eq(1L)))
                .flatMap(read -> {
                    int attempt = attempts.incrementAndGet();
                    Mono<Long> disturbing = attempt > disturbed ? Mono.just(0L) : engine.execute(age(1, attempt));
                    return disturbing.then(tx.execute(age(1, read + 1000)));
                }));
    }

    private static Mono<Long> crossing(
            Engine runner,
            TransactionOptions options,
            long first,
            long second,
            Meeting meeting,
            AtomicInteger attempts) {
        return runner.transaction(options, tx -> tx.execute(age(first, attempts.incrementAndGet()))
                .then(meeting.join())
                .then(tx.execute(age(second, 1))));
    }

    /** Where two wait for each other, once. */
    private static final class Meeting {
        private final Sinks.Empty<Void> both = Sinks.empty();
        private final AtomicInteger here = new AtomicInteger();

        Mono<Void> join() {
            return Mono.defer(() -> {
                if (here.incrementAndGet() == 2) {
                    both.tryEmitEmpty();
                }
                return both.asMono();
            });
        }
    }
}
