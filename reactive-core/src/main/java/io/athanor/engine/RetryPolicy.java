package io.athanor.engine;

import io.athanor.ConfigurationException;
import io.athanor.TransactionRollbackException;
import java.time.Duration;
import reactor.util.retry.Retry;

/**
 * When a whole transaction is run again: after a serialization failure or a deadlock, as often as is said, with pauses that
 * double and are jittered by half, so that those who collided do not collide again. Immutable.
 *
 * @param attempts how often the transaction is run at most, the first time included
 * @param firstPause the pause before the second attempt
 * @param longestPause what a pause grows to at most
 */
public record RetryPolicy(int attempts, Duration firstPause, Duration longestPause) {
    private static final double JITTER = 0.5;

    /** Refuses what cannot mean anything. */
    public RetryPolicy {
        if (attempts < 1) {
            throw new ConfigurationException("a retry policy has at least one attempt, not " + attempts);
        }
        if (firstPause.isNegative() || longestPause.compareTo(firstPause) < 0) {
            throw new ConfigurationException("a retry policy's pauses are not negative and grow: first " + firstPause
                    + ", longest " + longestPause);
        }
    }

    /** Up to 5 attempts, with pauses from 10 milliseconds to a second. */
    public static RetryPolicy defaults() {
        return new RetryPolicy(5, Duration.ofMillis(10), Duration.ofSeconds(1));
    }

    /** The same with another number of attempts, the first time included. */
    public RetryPolicy withAttempts(int number) {
        return new RetryPolicy(number, firstPause, longestPause);
    }

    Retry toRetry() {
        return Retry.backoff(attempts - 1L, firstPause)
                .maxBackoff(longestPause)
                .jitter(JITTER)
                .filter(TransactionRollbackException.class::isInstance)
                .onRetryExhaustedThrow((spec, signal) -> signal.failure());
    }
}
