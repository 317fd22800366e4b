package io.athanor.orm.load;

import java.util.concurrent.atomic.AtomicBoolean;
import org.jspecify.annotations.Nullable;
import org.reactivestreams.Subscription;
import reactor.core.CoreSubscriber;
import reactor.util.context.Context;

/** One who waits for a key to be read. Ends once: by the batch, or by its own cancel. */
final class Waiter implements Subscription {
    private final Batches batches;
    private final Object key;
    private final CoreSubscriber<? super Void> actual;
    private final AtomicBoolean over = new AtomicBoolean();
    private @Nullable Batch batch;

    Waiter(Batches batches, Object key, CoreSubscriber<? super Void> actual) {
        this.batches = batches;
        this.key = key;
        this.actual = actual;
    }

    Object key() {
        return key;
    }

    boolean isOver() {
        return over.get();
    }

    Context currentContext() {
        return actual.currentContext();
    }

    /** Under the lock of the batches. */
    void joined(Batch joined) {
        this.batch = joined;
    }

    void complete() {
        if (over.compareAndSet(false, true)) {
            actual.onComplete();
        }
    }

    void fail(Throwable error) {
        if (over.compareAndSet(false, true)) {
            actual.onError(error);
        }
    }

    @Override
    public void request(long elements) {}

    @Override
    public void cancel() {
        if (over.compareAndSet(false, true)) {
            Batch joined;
            synchronized (batches) {
                joined = batch;
            }
            if (joined != null) {
                joined.left(this);
            }
        }
    }
}
