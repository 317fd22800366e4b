package io.athanor.engine;

import java.util.ArrayDeque;
import java.util.concurrent.atomic.AtomicReference;
import org.jspecify.annotations.Nullable;
import reactor.core.publisher.Mono;
import reactor.core.publisher.MonoSink;

/**
 * What only one may have at a time, in the order of asking. A turn is meant as the resource of {@code usingWhen}; one that
 * is given to a subscriber who has gone passes on.
 */
final class Turns {
    private final ArrayDeque<Turn> waiting = new ArrayDeque<>();
    private @Nullable Turn current;

    /** Whether nobody has a turn or waits for one. */
    synchronized boolean isIdle() {
        return current == null;
    }

    /** A turn, when it comes. */
    Mono<Turn> take() {
        return Mono.create(sink -> {
            Turn turn = new Turn(sink);
            sink.onCancel(turn::end);
            if (enters(turn)) {
                sink.success(turn);
            }
        });
    }

    private synchronized boolean enters(Turn turn) {
        if (turn.state.get() == State.ENDED) {
            return false;
        }
        if (current == null) {
            current = turn;
            return true;
        }
        waiting.add(turn);
        return false;
    }

    private synchronized @Nullable Turn leaves(Turn turn) {
        if (current != turn) {
            waiting.remove(turn);
            return null;
        }
        current = waiting.poll();
        return current;
    }

    private enum State {
        OPEN,
        ENDED
    }

    /** The right to go on, until it is ended. */
    final class Turn {
        private final MonoSink<Turn> sink;
        private final AtomicReference<State> state = new AtomicReference<>(State.OPEN);

        private Turn(MonoSink<Turn> sink) {
            this.sink = sink;
        }

        /** Lets the next one go on. The first call counts. */
        void end() {
            if (!state.compareAndSet(State.OPEN, State.ENDED)) {
                return;
            }
            Turn next = leaves(this);
            if (next != null) {
                next.sink.success(next);
            }
        }
    }
}
