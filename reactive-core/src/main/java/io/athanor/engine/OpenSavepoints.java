package io.athanor.engine;

import java.util.ArrayDeque;
import java.util.Deque;
import reactor.core.publisher.Mono;
import reactor.core.publisher.Sinks;

/**
 * The savepoints of a connection's transaction, the innermost last. Touched only by what runs on the connection, which is
 * one operation at a time.
 */
final class OpenSavepoints {
    private final Deque<String> names = new ArrayDeque<>();
    private Sinks.Empty<Void> nextEnd = Sinks.empty();

    void opened(String name) {
        names.addLast(name);
    }

    /** It is gone, and with it all inside. */
    void closed(String name) {
        if (names.contains(name)) {
            String innermost = names.removeLast();
            while (!innermost.equals(name)) {
                innermost = names.removeLast();
            }
            ended();
        }
    }

    /** The transaction has ended. */
    void clear() {
        names.clear();
        ended();
    }

    private void ended() {
        Sinks.Empty<Void> end = nextEnd;
        nextEnd = Sinks.empty();
        end.tryEmitEmpty();
    }

    int depth() {
        return names.size();
    }

    /** Completes when the next of them has ended. */
    Mono<Void> nextEnd() {
        return nextEnd.asMono();
    }
}
