package io.athanor.engine;

import io.athanor.StreamStalledException;
import java.util.Queue;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.atomic.AtomicBoolean;
import java.util.concurrent.atomic.AtomicInteger;
import java.util.concurrent.atomic.AtomicLong;
import org.jspecify.annotations.Nullable;
import org.reactivestreams.Subscription;
import reactor.core.CoreSubscriber;
import reactor.core.Disposable;
import reactor.core.publisher.Operators;
import reactor.core.scheduler.Schedulers;
import reactor.util.concurrent.Queues;
import reactor.util.context.Context;

/**
 * Passes demand on as it comes, until the subscriber wants nothing while somebody waits for the connection: perhaps the
 * subscriber waits for just that. From then on rows are read ahead into a bounded buffer. Whether demand depends on the
 * one who waits cannot be known, so only a buffer that is full while nobody takes a row for a long time ends the stream
 * with an error. It ends the stream, not those who wait: they may be innocent.
 */
final class SpillingSubscriber<R> implements CoreSubscriber<R>, Subscription {
    private final CoreSubscriber<? super R> actual;
    private final OperationQueue queue;
    private final StreamOptions options;

    private final Queue<R> buffer = Queues.<R>unbounded(256).get();
    private final AtomicInteger buffered = new AtomicInteger();
    private final AtomicInteger wip = new AtomicInteger();
    private final AtomicLong requested = new AtomicLong();
    private final AtomicLong taken = new AtomicLong();
    private final AtomicBoolean readingAhead = new AtomicBoolean();
    private final AtomicBoolean timed = new AtomicBoolean();
    private volatile boolean running;
    private volatile boolean finished;
    private volatile boolean stalled;
    private volatile boolean cancelled;
    private volatile @Nullable Throwable failure;
    private volatile @Nullable Subscription upstream;
    private volatile @Nullable Disposable timer;

    SpillingSubscriber(CoreSubscriber<? super R> actual, OperationQueue queue, StreamOptions options) {
        this.actual = actual;
        this.queue = queue;
        this.options = options;
    }

    /** Its turn has come. */
    void started() {
        running = true;
        queue.onWaiting(this::drain);
        drain();
    }

    @Override
    public Context currentContext() {
        return actual.currentContext();
    }

    @Override
    public void onSubscribe(Subscription subscription) {
        if (Operators.validate(upstream, subscription)) {
            upstream = subscription;
            actual.onSubscribe(this);
        }
    }

    @Override
    public void request(long n) {
        if (!Operators.validate(n)) {
            return;
        }
        requested.accumulateAndGet(n, Operators::addCap);
        if (!readingAhead.get()) {
            ask(n);
        }
        drain();
    }

    @Override
    public void cancel() {
        cancelled = true;
        stop();
        Subscription subscription = upstream;
        if (subscription != null) {
            subscription.cancel();
        }
        drain();
    }

    @Override
    public void onNext(R row) {
        buffer.offer(row);
        buffered.incrementAndGet();
        drain();
        watch();
    }

    @Override
    public void onError(Throwable error) {
        failure = error;
        onComplete();
    }

    @Override
    public void onComplete() {
        stop();
        finished = true;
        drain();
    }

    private void stop() {
        if (running) {
            running = false;
            queue.onWaiting(null);
        }
        Disposable pending = timer;
        if (pending != null) {
            pending.dispose();
        }
    }

    private void ask(long n) {
        Subscription subscription = upstream;
        if (subscription != null) {
            subscription.request(n);
        }
    }

    private void drain() {
        if (wip.getAndIncrement() != 0) {
            return;
        }
        int missed = 1;
        do {
            advance();
            missed = wip.addAndGet(-missed);
        } while (missed != 0);
    }

    private void advance() {
        if (cancelled) {
            Operators.onDiscardQueueWithClear(buffer, actual.currentContext(), null);
            return;
        }
        boolean last = finished; // before the buffer is looked at
        if (stalled) { // nobody would take these in time
            Operators.onDiscardQueueWithClear(buffer, actual.currentContext(), null);
        } else {
            deliver();
        }
        if (last && buffer.isEmpty() && !cancelled) {
            cancelled = true; // nothing more comes
            Throwable error = failure;
            if (error == null) {
                actual.onComplete();
            } else {
                actual.onError(error);
            }
        } else if (running && requested.get() == 0 && queue.waiting() > 0) {
            if (readingAhead.compareAndSet(false, true)) {
                ask(options.spillRows());
            }
            watch();
        }
    }

    private void deliver() {
        long demand = requested.get();
        int count = 0;
        while (count != demand && !cancelled) {
            R row = buffer.poll();
            if (row == null) {
                break;
            }
            count++;
            buffered.decrementAndGet();
            taken.incrementAndGet();
            actual.onNext(row);
            if (readingAhead.get()) {
                ask(1);
            }
        }
        if (count > 0 && demand != Long.MAX_VALUE) {
            requested.addAndGet(-count);
        }
    }

    /** Starts the clock if the buffer is full and somebody waits. */
    private void watch() {
        if (isFull() && timed.compareAndSet(false, true)) {
            long before = taken.get();
            timer = Schedulers.parallel()
                    .schedule(() -> look(before), options.stallTimeout().toMillis(), TimeUnit.MILLISECONDS);
        }
    }

    private boolean isFull() {
        return running && readingAhead.get() && buffered.get() >= options.spillRows() && queue.waiting() > 0;
    }

    private void look(long before) {
        timed.set(false);
        if (isFull() && taken.get() == before) {
            fail();
        } else {
            watch();
        }
    }

    private void fail() {
        failure = new StreamStalledException("Rows were streaming while others waited for the same connection; "
                + options.spillRows() + " rows were read ahead for them, and then nobody took a row for "
                + options.stallTimeout().toMillis() + " ms. Collect the rows before statements of the same"
                + " transaction are run for each, or run those on another connection, or raise the limits");
        stop();
        Subscription subscription = upstream;
        if (subscription != null) {
            subscription.cancel();
        }
        stalled = true;
        finished = true;
        drain();
    }
}
