package io.athanor.engine;

import io.athanor.DatabaseException.InputRange;
import io.athanor.sql.BatchBuffer;
import java.util.Queue;
import java.util.concurrent.ConcurrentLinkedQueue;
import java.util.concurrent.atomic.AtomicInteger;
import java.util.concurrent.atomic.AtomicLong;
import org.jspecify.annotations.Nullable;
import org.reactivestreams.Subscription;
import reactor.core.CoreSubscriber;
import reactor.core.Exceptions;
import reactor.core.publisher.Operators;
import reactor.util.context.Context;

/**
 * Fills chunks while there is demand for them. Rows are asked for in small helpings, which grow while rows are narrow: a
 * chunk's bytes are known only when its rows are there, and what was asked for must be kept.
 *
 * <p>The buffer belongs to the thread that publishes rows; all that is asked and all that is emitted belongs to whoever is
 * in {@link #drain}.
 */
final class ChunkSubscriber<S> implements CoreSubscriber<S>, Subscription {
    private static final int FIRST_HELPING = 16;
    private static final int LARGEST_HELPING = 256;

    private final CoreSubscriber<? super Chunk> actual;
    private final BatchBuffer<S> buffer;
    private final ChunkLimits limits;

    private final Queue<Chunk> full = new ConcurrentLinkedQueue<>();
    private final AtomicInteger work = new AtomicInteger();
    /** How many chunks were asked for, in all. */
    private final AtomicLong wanted = new AtomicLong();

    private @Nullable Subscription upstream;
    private long rowsTaken;

    /** How many chunks were filled; written before {@link #end}. */
    private volatile long filled;
    /** The row that is the last of the chunk being filled, as far as can be told; written before {@link #received}. */
    private volatile long end;

    private volatile long received;
    /** When so many rows were received, more are asked for. */
    private volatile long askAt = Long.MAX_VALUE;

    private volatile boolean cancelled;
    private volatile boolean done;
    private volatile @Nullable Throwable failure;

    private long asked;
    private long emitted;
    private boolean ended;

    ChunkSubscriber(CoreSubscriber<? super Chunk> actual, BatchBuffer<S> buffer, ChunkLimits limits) {
        this.actual = actual;
        this.buffer = buffer;
        this.limits = limits;
        this.end = limits.room(buffer);
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
    public void onNext(S element) {
        if (done || cancelled) {
            Operators.onDiscard(element, currentContext());
            return;
        }
        try {
            buffer.add(element);
        } catch (Throwable thrown) {
            Exceptions.throwIfJvmFatal(thrown);
            giveUp();
            onError(thrown);
            return;
        }
        long count = received + 1;
        boolean isFull = limits.reachedBy(buffer);
        if (isFull) {
            seal(count);
        }
        end = count + limits.room(buffer);
        received = count;
        if (isFull || count >= askAt) {
            drain();
        }
    }

    @SuppressWarnings("NonAtomicVolatileUpdate") // written by the thread that publishes, read by others
    private void seal(long count) {
        full.add(new Chunk(buffer.take(), new InputRange(rowsTaken, count - 1)));
        rowsTaken = count;
        filled++;
    }

    @Override
    public void onError(Throwable error) {
        if (done) {
            Operators.onErrorDropped(error, currentContext());
            return;
        }
        failure = error;
        done = true;
        drain();
    }

    @Override
    public void onComplete() {
        if (done) {
            return;
        }
        if (buffer.rows() > 0) {
            seal(received);
        }
        done = true;
        drain();
    }

    @Override
    public void request(long n) {
        if (Operators.validate(n)) {
            wanted.updateAndGet(chunks -> Operators.addCap(chunks, n));
            drain();
        }
    }

    @Override
    public void cancel() {
        cancelled = true;
        giveUp();
        drain();
    }

    private void giveUp() {
        Subscription subscription = upstream;
        if (subscription != null) {
            subscription.cancel();
        }
    }

    private void drain() {
        if (work.getAndIncrement() != 0) {
            return;
        }
        int missed = 1;
        do {
            emit();
            ask();
            missed = work.addAndGet(-missed);
        } while (missed != 0);
    }

    private void emit() {
        while (!ended) {
            Throwable error = failure;
            boolean last = done;
            Chunk next = full.peek();
            if (cancelled) {
                ended = true;
            } else if (error != null) {
                ended = true;
                actual.onError(error);
            } else if (next != null && emitted < wanted.get()) {
                full.remove();
                emitted++;
                actual.onNext(next);
            } else if (next == null && last) {
                ended = true;
                actual.onComplete();
            } else {
                return;
            }
        }
        full.clear();
    }

    private void ask() {
        Subscription subscription = upstream;
        if (subscription == null) {
            return;
        }
        do {
            long last = end;
            long got = received;
            if (done || ended || filled >= wanted.get()) {
                askAt = Long.MAX_VALUE; // the next chunk that is asked for, or filled, comes here again
                return;
            }
            long helping = Math.min(LARGEST_HELPING, Math.max(FIRST_HELPING, got));
            long more = Math.min(last - asked, helping - (asked - got));
            if (more > 0) {
                asked += more;
                askAt = asked - helping / 4;
                subscription.request(more);
            } else {
                askAt = asked;
            }
        } while (received >= askAt);
    }
}
