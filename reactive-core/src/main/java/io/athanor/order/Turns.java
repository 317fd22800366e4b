package io.athanor.order;

import java.util.ArrayDeque;
import java.util.concurrent.atomic.AtomicBoolean;
import java.util.concurrent.atomic.AtomicInteger;
import org.jspecify.annotations.Nullable;
import reactor.core.publisher.Mono;
import reactor.core.publisher.MonoSink;

/**
 * What only one may have at a time, in the order of asking. A turn is meant as the resource of {@code usingWhen}; one that
 * is given to a subscriber who has gone passes on. Who only needs to get its place in the order, and is done with that at
 * once, passes while nobody has a turn.
 *
 * <p>Turns are handed on in a loop, not in each other, so that a hundred thousand that wait do not deepen the stack.
 */
public final class Turns {
    private final ArrayDeque<Turn> waiting = new ArrayDeque<>();
    private final AtomicInteger wip = new AtomicInteger();
    private @Nullable Turn current;
    private int passing;

    /** Nobody has a turn. */
    public Turns() {}

    /** A turn, when it comes. */
    public Mono<Turn> take() {
        return Mono.create(sink -> {
            Turn turn = new Turn(sink);
            sink.onCancel(turn::end);
            enqueue(turn);
            handOn();
        });
    }

    /** Whether the caller may go on without a turn; it must {@link #passed} at once. */
    public synchronized boolean passes() {
        if (current != null || !waiting.isEmpty()) {
            return false;
        }
        passing++;
        return true;
    }

    /** The end of what {@link #passes} allowed. */
    public void passed() {
        synchronized (this) {
            passing--;
        }
        handOn();
    }

    private void handOn() {
        if (wip.getAndIncrement() != 0) {
            return;
        }
        int missed = 1;
        do {
            for (Turn next = next(); next != null; next = next()) {
                next.sink.success(next);
            }
            missed = wip.addAndGet(-missed);
        } while (missed != 0);
    }

    private synchronized void enqueue(Turn turn) {
        if (!turn.ended.get()) {
            waiting.add(turn);
        }
    }

    private synchronized @Nullable Turn next() {
        if (current != null || passing > 0) {
            return null;
        }
        current = waiting.poll();
        return current;
    }

    private synchronized void remove(Turn turn) {
        if (current == turn) {
            current = null;
        } else {
            waiting.remove(turn);
        }
    }

    /** The right to go on, until it is ended. */
    public final class Turn {
        private final MonoSink<Turn> sink;
        private final AtomicBoolean ended = new AtomicBoolean();

        private Turn(MonoSink<Turn> sink) {
            this.sink = sink;
        }

        /** Lets the next one go on. The first call counts. */
        public void end() {
            if (ended.compareAndSet(false, true)) {
                remove(this);
                handOn();
            }
        }
    }
}
