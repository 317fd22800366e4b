package io.athanor.pool;

import io.r2dbc.spi.Connection;
import io.r2dbc.spi.ValidationDepth;
import java.time.Duration;
import org.reactivestreams.Publisher;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;
import reactor.core.publisher.Mono;

/**
 * An open connection, as r2dbc-pool stores it: the driver's connection and what decides whether it is kept. Used by one
 * caller at a time; what is written by one is seen by the next because the pool hands it over.
 */
final class PhysicalConnection extends ForwardingConnection {
    private static final Logger LOGGER = LoggerFactory.getLogger(PhysicalConnection.class);

    private final Connection driver;
    private final int generation;
    private final long expiresAt;
    private final Duration closeTimeout;
    private volatile long lastUsedAt;
    private volatile boolean doomed;
    private int timesReturned;

    /**
     * Wraps a new connection.
     *
     * @param openedAt milliseconds of the pool's clock
     * @param expiresAt milliseconds of the pool's clock
     */
    PhysicalConnection(Connection driver, int generation, long openedAt, long expiresAt, Duration closeTimeout) {
        this.driver = driver;
        this.generation = generation;
        this.lastUsedAt = openedAt;
        this.expiresAt = expiresAt;
        this.closeTimeout = closeTimeout;
    }

    @Override
    Connection delegate() {
        return driver;
    }

    @Override
    public Connection unwrap() {
        return driver;
    }

    int generation() {
        return generation;
    }

    boolean isExpired(long now) {
        return now >= expiresAt;
    }

    long lastUsedAt() {
        return lastUsedAt;
    }

    void used(long now) {
        lastUsedAt = now;
    }

    /** From here on the connection is closed instead of kept when it is returned. */
    void doom() {
        doomed = true;
    }

    boolean isDoomed() {
        return doomed;
    }

    /**
     * Whether the pool asks about a connection that is on its way back. reactor-pool asks the same question at three
     * moments and does not say at which; but it counts one more acquisition than there were returns exactly then.
     */
    boolean isReturning(int acquireCount) {
        return acquireCount > timesReturned;
    }

    void returned(int acquireCount) {
        timesReturned = acquireCount;
    }

    /** What r2dbc-pool asks on its own account. The real checks are made by {@link Health}. */
    @Override
    public Publisher<Boolean> validate(ValidationDepth depth) {
        return Mono.just(!doomed);
    }

    /** Closes the driver's connection, and gives up if it does not answer. Never fails. */
    @Override
    public Mono<Void> close() {
        return Mono.from(driver.close()).timeout(closeTimeout).onErrorResume(error -> {
            LOGGER.debug("A connection could not be closed", error);
            return Mono.empty();
        });
    }

    @Override
    public String toString() {
        return driver.toString();
    }
}
