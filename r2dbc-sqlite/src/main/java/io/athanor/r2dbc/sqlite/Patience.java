package io.athanor.r2dbc.sqlite;

import io.r2dbc.spi.R2dbcTimeoutException;
import java.time.Duration;
import java.util.concurrent.TimeUnit;
import org.jspecify.annotations.Nullable;
import reactor.core.Disposable;
import reactor.core.scheduler.Scheduler;
import reactor.core.scheduler.Schedulers;

/**
 * How much longer one statement may keep the worker busy. Only time on the worker counts, so a subscriber that asks for rows slowly does
 * not use it up. Confined to the worker, but for the timer that ends it.
 */
final class Patience {
    /** For statements without a timeout. */
    private static final Patience ENDLESS = new Patience(Duration.ZERO, Schedulers.immediate());

    private final Duration timeout;
    private final Scheduler timer;
    private long leftNanos;
    private volatile boolean over;

    static Patience of(Duration timeout) {
        return timeout.isZero() ? ENDLESS : new Patience(timeout, Schedulers.parallel());
    }

    private Patience(Duration timeout, Scheduler timer) {
        this.timeout = timeout;
        this.timer = timer;
        this.leftNanos = timeout.toNanos();
    }

    /** Stops {@code operation} when the time is up, unless the watch is closed before. */
    Watch watch(Interruption interruption, Object operation) {
        if (timeout.isZero()) {
            return Watch.IDLE;
        }
        long started = System.nanoTime();
        Disposable alarm = timer.schedule(
                () -> over = interruption.stop(operation) || over, Math.max(0, leftNanos), TimeUnit.NANOSECONDS);
        return () -> {
            alarm.dispose();
            leftNanos -= System.nanoTime() - started;
        };
    }

    boolean isOver() {
        return over;
    }

    R2dbcTimeoutException failure(@Nullable String sql, @Nullable Throwable cause) {
        return Failures.timeout(timeout.toString(), sql, cause);
    }

    /** The time in which the worker computes. */
    interface Watch {
        Watch IDLE = () -> {};

        void close();
    }
}
