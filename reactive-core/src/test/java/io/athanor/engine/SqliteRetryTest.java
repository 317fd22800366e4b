package io.athanor.engine;

import static io.athanor.engine.Library.age;

import io.athanor.LockTimeoutException;
import io.athanor.testing.TestDatabase;
import java.time.Duration;
import org.junit.jupiter.api.Test;
import reactor.core.publisher.Mono;
import reactor.test.StepVerifier;

final class SqliteRetryTest extends RetryCompliance {
    private static final TestDatabase DATABASE = TestDatabase.sqlite();

    SqliteRetryTest() {
        super(DATABASE);
    }

    /** There is one writer at a time: the other waits, and in the end gives up. */
    @Override
    @Test
    void shouldSayThatTransactionsCollided() {
        waitsForTheWriter();
    }

    /** There is one writer at a time: the other waits, and in the end gives up. */
    @Override
    @Test
    void shouldRunAgainWhatCollided() {
        waitsForTheWriter();
    }

    /** There is one writer at a time: the other waits, and in the end gives up. */
    @Override
    @Test
    void shouldGiveUpAfterTheLastAttemptWithTheDatabasesError() {
        waitsForTheWriter();
    }

    /** There is one writer at a time: the other waits, and in the end gives up. */
    @Override
    @Test
    void shouldResolveADeadlockByRunningTheVictimAgain() {
        waitsForTheWriter();
    }

    /** There is one writer at a time: the other waits, and in the end gives up. */
    @Override
    @Test
    void shouldSayThatTransactionsWaitedForEachOther() {
        waitsForTheWriter();
    }

    private void waitsForTheWriter() {
        TransactionOptions impatient = TransactionOptions.defaults().lockTimeout(Duration.ofMillis(50));
        Mono<Long> nested = engine.transaction(
                tx -> tx.execute(age(1, 1)).then(engine.transaction(impatient, other -> other.execute(age(1, 2)))));

        StepVerifier.create(nested).verifyError(LockTimeoutException.class);
        StepVerifier.create(engine.transaction(impatient, tx -> tx.execute(age(1, 3))))
                .expectNext(1L)
                .verifyComplete();
    }
}
