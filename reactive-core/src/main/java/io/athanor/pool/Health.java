package io.athanor.pool;

import io.r2dbc.spi.Connection;
import io.r2dbc.spi.Lifecycle;
import io.r2dbc.spi.ValidationDepth;
import java.time.Clock;
import java.time.Duration;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;
import reactor.core.publisher.Mono;

/** What is asked of a connection before it is handed out and before it is kept. */
final class Health {
    /** A connection that was used this recently is not pinged. */
    static final Duration RECENTLY = Duration.ofSeconds(1);

    private static final Logger LOGGER = LoggerFactory.getLogger(Health.class);

    private final PoolOptions options;
    private final ConnectionHooks hooks;
    private final Clock clock;

    Health(PoolOptions options, ConnectionHooks hooks, Clock clock) {
        this.options = options;
        this.hooks = hooks;
        this.clock = clock;
    }

    /** Completes if the connection may be handed out, else fails. */
    Mono<Void> check(PhysicalConnection connection) {
        Connection driver = connection.unwrap();
        boolean ping = options.poolPrePing() && clock.millis() - connection.lastUsedAt() >= RECENTLY.toMillis();
        Mono<Void> checked = ping ? answers(driver).timeout(options.poolAnswerTimeout()) : isConnected(driver);
        return driver instanceof Lifecycle lifecycle ? checked.then(Mono.from(lifecycle.postAllocate())) : checked;
    }

    /**
     * Makes a connection as good as new: waits until it is free if it may still be busy, rolls back what is open, runs
     * the hook on return. Never fails: a connection that cannot be reset in time is doomed.
     */
    Mono<Void> reset(PhysicalConnection connection, boolean busy) {
        return Mono.defer(() -> {
                    Connection driver = connection.unwrap();
                    return !busy && !hooks.resetsOnReturn() && driver.isAutoCommit() && !(driver instanceof Lifecycle)
                            ? Mono.empty()
                            : reset(driver, busy).timeout(options.poolAnswerTimeout());
                })
                .onErrorResume(error -> {
                    LOGGER.warn(
                            "A connection of the pool '{}' could not be reset on return and is closed: {}",
                            options.name(),
                            error.toString());
                    connection.doom();
                    return Mono.empty();
                })
                .then(Mono.fromRunnable(() -> connection.used(clock.millis())));
    }

    private Mono<Void> reset(Connection driver, boolean busy) {
        // A rollback waits until the connection is free just as a ping does, and works in a failed transaction too.
        Mono<Void> free = busy && driver.isAutoCommit() ? answers(driver) : Mono.empty();
        Mono<Void> reset = free.then(Mono.defer(() -> rollBack(driver)))
                .then(Mono.defer(() -> Mono.from(hooks.onReturn().apply(driver))));
        return driver instanceof Lifecycle lifecycle
                ? reset.then(Mono.defer(() -> Mono.from(lifecycle.preRelease())))
                : reset;
    }

    /** Whoever began the transaction, and by whatever means: the driver knows. */
    private static Mono<Void> rollBack(Connection driver) {
        if (driver.isAutoCommit()) {
            return Mono.empty();
        }
        return Mono.from(driver.rollbackTransaction())
                .then(Mono.defer(() -> driver.isAutoCommit() ? Mono.empty() : Mono.from(driver.setAutoCommit(true))));
    }

    private static Mono<Void> isConnected(Connection driver) {
        return valid(driver, ValidationDepth.LOCAL);
    }

    private static Mono<Void> answers(Connection driver) {
        return valid(driver, ValidationDepth.REMOTE);
    }

    private static Mono<Void> valid(Connection driver, ValidationDepth depth) {
        return Mono.from(driver.validate(depth))
                .filter(Boolean::booleanValue)
                .switchIfEmpty(Mono.error(() -> new IllegalStateException("the connection is closed")))
                .then();
    }
}
