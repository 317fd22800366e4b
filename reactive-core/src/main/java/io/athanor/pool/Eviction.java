package io.athanor.pool;

import io.r2dbc.spi.Connection;
import java.time.Clock;
import java.time.Duration;
import java.util.function.BiPredicate;
import java.util.function.Supplier;
import org.jspecify.annotations.Nullable;
import reactor.pool.PooledRefMetadata;

/**
 * Decides which connections are closed. reactor-pool asks when one comes back, when one is about to be handed out, and
 * from time to time about each idle one.
 *
 * <p>The rule for returned ones is SQLAlchemy's {@code QueuePool._do_return_conn}: kept if fewer than {@code poolSize}
 * are idle, else closed. Two that come back at the same moment may both be kept; {@link ConnectionPool#trim()} asks
 * again right afterwards.
 */
final class Eviction implements BiPredicate<Connection, PooledRefMetadata> {
    private final PoolOptions options;
    private final Generations generations;
    private final Clock clock;
    private final Supplier<PoolMetrics> metrics;

    Eviction(PoolOptions options, Generations generations, Clock clock, Supplier<PoolMetrics> metrics) {
        this.options = options;
        this.generations = generations;
        this.clock = clock;
        this.metrics = metrics;
    }

    @Override
    public boolean test(Connection connection, PooledRefMetadata metadata) {
        PhysicalConnection physical = (PhysicalConnection) connection;
        if (physical.isDoomed() || generations.isOver(physical.generation())) {
            return true;
        }
        return physical.isReturning(metadata.acquireCount())
                ? isSurplusOnReturn(physical, metadata)
                : isUnwantedWhileIdle(physical, metadata);
    }

    private boolean isSurplusOnReturn(PhysicalConnection physical, PooledRefMetadata metadata) {
        PoolMetrics now = metrics.get();
        if (now.idle() >= options.poolSize() && now.pending() == 0) {
            return true;
        }
        physical.returned(metadata.acquireCount());
        return false;
    }

    private boolean isUnwantedWhileIdle(PhysicalConnection physical, PooledRefMetadata metadata) {
        PoolMetrics now = metrics.get();
        if (physical.isExpired(clock.millis()) || (now.idle() > options.poolSize() && now.pending() == 0)) {
            return true;
        }
        Duration maxIdle = options.poolMaxIdle();
        return maxIdle != null && metadata.idleTime() >= maxIdle.toMillis() && isAboveMinIdle(now);
    }

    private boolean isAboveMinIdle(PoolMetrics now) {
        return options.poolMinIdle() == 0 || now.idle() > options.poolMinIdle();
    }

    /** How often idle connections are looked through, in case nobody acquires or returns any. */
    static Duration interval(@Nullable Duration maxIdle) {
        Duration longest = Duration.ofSeconds(10);
        return maxIdle == null || maxIdle.dividedBy(2).compareTo(longest) > 0
                ? longest
                : Duration.ofNanos(Math.max(1, maxIdle.toNanos() / 2));
    }
}
