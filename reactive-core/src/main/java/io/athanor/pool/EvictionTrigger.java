package io.athanor.pool;

import java.util.concurrent.TimeUnit;
import java.util.concurrent.atomic.AtomicReference;
import org.jspecify.annotations.Nullable;
import reactor.core.Disposable;
import reactor.core.Disposables;
import reactor.core.scheduler.Scheduler;
import reactor.core.scheduler.Schedulers;

/**
 * The scheduler of reactor-pool's eviction in the background, which can also run it at once: reactor-pool has no method
 * for that. Each run schedules the next one, and the next one replaces the last.
 */
final class EvictionTrigger implements Scheduler {
    private final AtomicReference<Disposable> next = new AtomicReference<>(Disposables.disposed());
    private volatile @Nullable Runnable eviction;

    /** Looks through the idle connections now, unless the pool is handing some out: then the next run will. */
    void now() {
        Runnable task = eviction;
        if (task != null) {
            task.run();
        }
    }

    @Override
    public Disposable schedule(Runnable task, long delay, TimeUnit unit) {
        eviction = task;
        Disposable scheduled = Schedulers.parallel().schedule(task, delay, unit);
        next.getAndSet(scheduled).dispose();
        return scheduled;
    }

    @Override
    public Disposable schedule(Runnable task) {
        return Schedulers.parallel().schedule(task);
    }

    @Override
    public Worker createWorker() {
        return Schedulers.parallel().createWorker();
    }
}
