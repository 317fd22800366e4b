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
    private final Scheduler scheduler;
    private long leftNanos;
    private volatile boolean over;

    static Patience of(Duration timeout) {
        return timeout.isZero() ? ENDLESS : new Patience(timeout, Schedulers.parallel());
    }

    private Patience(Duration timeout, Scheduler scheduler) {
        this.timeout = timeout;
        this.scheduler = scheduler;
        this.leftNanos = timeout.toNanos();
    }

    /** Stops {@code operation} when the time is up, unless the watch is closed before. */
    Watch watch(Interruption interruption, Object operation) {
        if (timeout.isZero()) {
            return Watch.IDLE;
        }
        return new Alarm(interruption, operation);
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

    /** Rings while the watch is open, or never. */
    private final class Alarm implements Watch {
        private final Interruption interruption;
        private final Object operation;
        private final Disposable timer;
        private final long started = System.nanoTime();
        private boolean closed;

        Alarm(Interruption interruption, Object operation) {
            this.interruption = interruption;
            this.operation = operation;
            this.timer = scheduler.schedule(this::ring, Math.max(0, leftNanos), TimeUnit.NANOSECONDS);
        }

        private void ring() {
            synchronized (interruption) {
                over = over || (!closed && interruption.stop(operation));
            }
        }

        @Override
        public void close() {
            timer.dispose();
            synchronized (interruption) {
                closed = true;
            }
            leftNanos -= System.nanoTime() - started;
        }
    }
}
