package io.athanor.engine;

import java.util.ArrayDeque;
import java.util.Queue;
import java.util.concurrent.atomic.AtomicIntegerFieldUpdater;
import org.jspecify.annotations.Nullable;
import org.reactivestreams.Publisher;
import reactor.core.CoreSubscriber;
import reactor.core.publisher.Flux;
import reactor.core.publisher.Mono;
import reactor.util.concurrent.Queues;

/**
 * The operations of one connection, one after another in the order in which they were subscribed. Any thread may
 * subscribe, request and cancel. A result's terminal signal is delivered before the next operation starts, so results
 * arrive in the order of the operations.
 *
 * <p>A multi-producer queue with a work-in-progress drain loop: an operation that ends while it is being started only
 * raises the counter, so 100,000 synchronous operations in a row do not deepen the stack.
 */
final class OperationQueue {
    private static final AtomicIntegerFieldUpdater<OperationQueue> WIP =
            AtomicIntegerFieldUpdater.newUpdater(OperationQueue.class, "wip");
    private static final AtomicIntegerFieldUpdater<OperationQueue> QUEUED =
            AtomicIntegerFieldUpdater.newUpdater(OperationQueue.class, "queued");
    private static final AtomicIntegerFieldUpdater<OperationQueue> DEAD =
            AtomicIntegerFieldUpdater.newUpdater(OperationQueue.class, "dead");

    private static final int SWEEP_FROM = 64;

    private final Queue<Operation<?>> arriving =
            Queues.<Operation<?>>unboundedMultiproducer().get();
    /** What a sweep left over; older than anything in {@link #arriving}. Touched only under {@link #WIP}. */
    private final ArrayDeque<Operation<?>> swept = new ArrayDeque<>();

    @SuppressWarnings("unused") // through WIP
    private volatile int wip;
    /** Operations in either queue, the cancelled ones included. */
    private volatile int queued;
    /** Cancelled operations that are still in a queue. */
    private volatile int dead;

    private volatile @Nullable Operation<?> running;
    private volatile @Nullable Runnable pressure;

    /** The source as an operation. */
    <T> Mono<T> mono(Mono<? extends T> source, OnCancel onCancel) {
        return new Mono<T>() {
            @Override
            public void subscribe(CoreSubscriber<? super T> actual) {
                enqueue(new Operation<T>(OperationQueue.this, source, actual, onCancel));
            }
        };
    }

    /** The source as an operation: it has the connection until its last element was taken. */
    <T> Flux<T> flux(Publisher<? extends T> source, OnCancel onCancel) {
        return new Flux<T>() {
            @Override
            public void subscribe(CoreSubscriber<? super T> actual) {
                enqueue(new Operation<T>(OperationQueue.this, source, actual, onCancel));
            }
        };
    }

    /** How many operations wait. */
    int waiting() {
        return Math.max(0, queued - dead);
    }

    /** Whether nothing runs and nothing waits. */
    boolean idle() {
        return running == null && waiting() == 0;
    }

    /** How many operations are held, the cancelled ones included. */
    int remembered() {
        return queued;
    }

    /** Sets what is called, on the thread of the newcomer, when an operation has to wait; null for nothing. */
    void onWaiting(@Nullable Runnable pressure) {
        this.pressure = pressure;
    }

    private void enqueue(Operation<?> operation) {
        operation.greet();
        if (operation.isDone()) {
            DEAD.decrementAndGet(this);
            return;
        }
        QUEUED.incrementAndGet(this);
        arriving.offer(operation);
        drain();
        Runnable onWaiting = pressure;
        if (onWaiting != null && waiting() > 0) {
            onWaiting.run();
        }
    }

    private void drain() {
        if (WIP.getAndIncrement(this) != 0) {
            return;
        }
        int missed = 1;
        do {
            while (running == null) {
                Operation<?> next = poll();
                if (next == null) {
                    break;
                }
                QUEUED.decrementAndGet(this);
                if (next.begin()) {
                    running = next;
                    next.run();
                } else {
                    DEAD.decrementAndGet(this);
                }
            }
            if (mostlyDead()) {
                sweep();
            }
            missed = WIP.addAndGet(this, -missed);
        } while (missed != 0);
    }

    private @Nullable Operation<?> poll() {
        Operation<?> next = swept.poll();
        return next != null ? next : arriving.poll();
    }

    /** The running operation has ended. */
    void free() {
        running = null;
        drain();
    }

    /** An operation was cancelled while it waited. */
    void buried() {
        DEAD.incrementAndGet(this);
        if (mostlyDead()) {
            drain();
        }
    }

    private boolean mostlyDead() {
        int count = dead;
        return count > SWEEP_FROM && count > queued >> 1;
    }

    /** Drops the cancelled ones, so that timeouts behind a long stream cannot pile up. */
    private void sweep() {
        for (Operation<?> next = arriving.poll(); next != null; next = arriving.poll()) {
            swept.add(next);
        }
        int before = swept.size();
        swept.removeIf(Operation::isDone);
        int gone = before - swept.size();
        DEAD.addAndGet(this, -gone);
        QUEUED.addAndGet(this, -gone);
    }
}
