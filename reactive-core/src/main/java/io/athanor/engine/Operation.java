package io.athanor.engine;

import java.util.concurrent.atomic.AtomicIntegerFieldUpdater;
import java.util.concurrent.atomic.AtomicLongFieldUpdater;
import org.jspecify.annotations.Nullable;
import org.reactivestreams.Publisher;
import org.reactivestreams.Subscription;
import reactor.core.CoreSubscriber;
import reactor.core.Exceptions;
import reactor.core.Scannable;
import reactor.core.publisher.Operators;
import reactor.util.context.Context;

/**
 * One place in an {@link OperationQueue}: the subscriber of a source and the subscription of whoever waits for it, in
 * one object. Confined to one subscription; every transition is one compare-and-set.
 */
final class Operation<T> implements CoreSubscriber<T>, Subscription, Scannable {
    @SuppressWarnings("rawtypes")
    private static final AtomicIntegerFieldUpdater<Operation> STATE =
            AtomicIntegerFieldUpdater.newUpdater(Operation.class, "state");

    @SuppressWarnings("rawtypes")
    private static final AtomicIntegerFieldUpdater<Operation> FREED =
            AtomicIntegerFieldUpdater.newUpdater(Operation.class, "freed");

    @SuppressWarnings("rawtypes")
    private static final AtomicLongFieldUpdater<Operation> REQUESTED =
            AtomicLongFieldUpdater.newUpdater(Operation.class, "requested");

    private static final int WAITING = 0;
    private static final int RUNNING = 1;
    /** Nobody listens any more; the source has not ended yet. */
    private static final int DETACHED = 2;

    private static final int DONE = 3;

    private final OperationQueue queue;
    private final OnCancel onCancel;
    /** Null once cancelled while waiting, so that a long queue does not hold what nobody wants any more. */
    private volatile @Nullable Publisher<? extends T> source;

    private volatile @Nullable CoreSubscriber<? super T> actual;

    private volatile int state;

    @SuppressWarnings("unused") // through FREED
    private volatile int freed;

    /** Demand from before the source's subscription was there. */
    @SuppressWarnings("unused") // through REQUESTED
    private volatile long requested;

    private volatile @Nullable Subscription upstream;

    Operation(
            OperationQueue queue, Publisher<? extends T> source, CoreSubscriber<? super T> actual, OnCancel onCancel) {
        this.queue = queue;
        this.source = source;
        this.actual = actual;
        this.onCancel = onCancel;
    }

    /** Gives the subscriber its subscription; it may request or cancel at once. */
    void greet() {
        CoreSubscriber<? super T> subscriber = actual;
        if (subscriber != null) {
            subscriber.onSubscribe(this);
        }
    }

    boolean isDone() {
        return state == DONE;
    }

    /** Takes the connection; false if it was cancelled meanwhile. */
    boolean begin() {
        return STATE.compareAndSet(this, WAITING, RUNNING);
    }

    /** Runs the source; only after {@link #begin}. */
    void run() {
        Publisher<? extends T> publisher = source;
        if (publisher == null) {
            throw new IllegalStateException("An operation without a source was started");
        }
        try {
            publisher.subscribe(this);
        } catch (Throwable thrown) {
            Exceptions.throwIfJvmFatal(thrown);
            onError(thrown);
        }
    }

    @Override
    public Context currentContext() {
        CoreSubscriber<? super T> subscriber = actual;
        return subscriber == null ? Context.empty() : subscriber.currentContext();
    }

    @Override
    public void onSubscribe(Subscription subscription) {
        if (!Operators.validate(upstream, subscription)) {
            return;
        }
        upstream = subscription;
        int now = state;
        if (now == DONE) { // cancelled between the start and here
            subscription.cancel();
            free();
        } else if (now == DETACHED) {
            leave(subscription);
        } else {
            replayDemand(subscription);
        }
    }

    @Override
    public void request(long n) {
        if (!Operators.validate(n)) {
            return;
        }
        Subscription subscription = upstream;
        if (subscription != null) {
            subscription.request(n);
            return;
        }
        Operators.addCap(REQUESTED, this, n);
        subscription = upstream;
        if (subscription != null) {
            replayDemand(subscription);
        }
    }

    private void replayDemand(Subscription subscription) {
        long demand = REQUESTED.getAndSet(this, 0L);
        if (demand != 0L) {
            subscription.request(demand);
        }
    }

    @Override
    public void onNext(T element) {
        CoreSubscriber<? super T> subscriber = actual;
        if (state == RUNNING && subscriber != null) {
            subscriber.onNext(element);
        } else {
            Operators.onDiscard(element, currentContext());
        }
    }

    @Override
    public void onError(Throwable error) {
        int was = STATE.getAndSet(this, DONE);
        if (was == DONE) {
            Operators.onErrorDropped(error, currentContext());
            return;
        }
        try {
            CoreSubscriber<? super T> subscriber = actual;
            if (was == RUNNING && subscriber != null) {
                subscriber.onError(error);
            }
        } finally {
            free();
        }
    }

    @Override
    public void onComplete() {
        int was = STATE.getAndSet(this, DONE);
        if (was == DONE) {
            return;
        }
        try {
            CoreSubscriber<? super T> subscriber = actual;
            if (was == RUNNING && subscriber != null) {
                subscriber.onComplete();
            }
        } finally {
            free();
        }
    }

    @Override
    public void cancel() {
        if (STATE.compareAndSet(this, WAITING, DONE)) {
            source = null;
            actual = null;
            queue.buried();
        } else if (onCancel == OnCancel.CANCEL) {
            if (STATE.compareAndSet(this, RUNNING, DONE)) {
                Subscription subscription = upstream;
                if (subscription != null) {
                    subscription.cancel();
                    free();
                }
            }
        } else if (STATE.compareAndSet(this, RUNNING, DETACHED)) {
            Subscription subscription = upstream;
            if (subscription != null) {
                leave(subscription);
            }
        }
    }

    private void leave(Subscription subscription) {
        if (onCancel == OnCancel.SETTLE) {
            subscription.cancel();
        } else {
            subscription.request(Long.MAX_VALUE);
        }
    }

    private void free() {
        if (FREED.compareAndSet(this, 0, 1)) {
            queue.free();
        }
    }

    @Override
    @SuppressWarnings("rawtypes")
    public @Nullable Object scanUnsafe(Attr key) {
        if (key == Attr.ACTUAL) {
            return actual;
        }
        if (key == Attr.PARENT) {
            return upstream;
        }
        if (key == Attr.TERMINATED) {
            return state == DONE;
        }
        return null;
    }
}
