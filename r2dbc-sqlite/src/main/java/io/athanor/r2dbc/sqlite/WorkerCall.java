package io.athanor.r2dbc.sqlite;

import java.util.function.Supplier;
import org.jspecify.annotations.Nullable;
import reactor.core.publisher.Mono;
import reactor.core.publisher.MonoSink;

/** Work of the driver's own on the worker, for one subscriber. Cancelled before it runs, it does not; while it waits, it stops. */
final class WorkerCall<T> implements Runnable {
    private final Database database;
    private final Supplier<? extends @Nullable T> work;
    private final MonoSink<T> sink;
    private volatile boolean cancelled;

    private WorkerCall(Database database, Supplier<? extends @Nullable T> work, MonoSink<T> sink) {
        this.database = database;
        this.work = work;
        this.sink = sink;
    }

    static <T> Mono<T> mono(Worker worker, Database database, Supplier<? extends @Nullable T> work) {
        return Mono.create(sink -> {
            WorkerCall<T> call = new WorkerCall<>(database, work, sink);
            sink.onCancel(call::cancel);
            if (!worker.submit(call)) {
                sink.error(Failures.closed());
            }
        });
    }

    private void cancel() {
        cancelled = true;
        database.interruption().stop(this);
    }

    @Override
    public void run() {
        T value;
        database.enter(this, 0);
        try {
            if (cancelled) {
                return;
            }
            value = work.get();
        } catch (Throwable e) { // Even a fatal one: a subscriber that is told nothing waits for ever.
            sink.error(e);
            return;
        } finally {
            database.interruption().exit();
        }
        if (value == null) {
            sink.success();
        } else {
            sink.success(value);
        }
    }
}
