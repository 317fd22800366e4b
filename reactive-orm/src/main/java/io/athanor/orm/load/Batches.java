package io.athanor.orm.load;

import java.util.Collection;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.function.Function;
import org.jspecify.annotations.Nullable;
import reactor.core.CoreSubscriber;
import reactor.core.publisher.Mono;

/**
 * Calls of one kind that come while a statement of that kind is running become one statement, which is sent when the running
 * one has ended. No timers: who comes alone is sent at once. Safe for any number of threads; its lock is not held while
 * anybody is called.
 */
final class Batches {
    private final Map<Object, Kind> kinds = new HashMap<>();

    /**
     * Completes when {@code key} was read, together with others of the kind. Cold. A cancel leaves the key out if it was not
     * sent yet; the last of a batch takes its statement along.
     *
     * @param read reads the keys of a batch; the same for all calls of a kind
     */
    <K> Mono<Void> add(Object kind, K key, Function<Collection<K>, Mono<Void>> read) {
        return new Mono<Void>() {
            @Override
            @SuppressWarnings("unchecked") // a batch holds keys of its kind
            public void subscribe(CoreSubscriber<? super Void> actual) {
                Waiter waiter = new Waiter(Batches.this, key, actual);
                actual.onSubscribe(waiter);
                join(kind, waiter, (Function<Collection<?>, Mono<Void>>) (Function<?, ?>) read);
            }
        };
    }

    private void join(Object kindKey, Waiter waiter, Function<Collection<?>, Mono<Void>> read) {
        Batch ready;
        synchronized (this) {
            if (waiter.isOver()) {
                return;
            }
            Kind kind = kinds.computeIfAbsent(kindKey, Kind::new);
            if (kind.gathering == null) {
                kind.gathering = new Batch(this, kind, read);
            }
            kind.gathering.join(waiter);
            ready = kind.running == 0 ? kind.take() : null;
        }
        start(ready);
    }

    /** Sends all that is waiting to be sent. */
    void send() {
        List<Batch> ready;
        synchronized (this) {
            ready = kinds.values().stream()
                    .filter(kind -> kind.gathering != null)
                    .map(Kind::take)
                    .toList();
        }
        ready.forEach(this::start);
    }

    /** A batch that ends while it is being started is followed by the next in a loop: the stack stays as deep as it is. */
    private void start(@Nullable Batch first) {
        Batch next = first;
        while (next != null) {
            Batch batch = next;
            batch.start();
            synchronized (this) {
                next = batch.started() ? follow(batch.kind()) : null;
            }
        }
    }

    /** The batch has ended, and its waiters know. */
    void ended(Batch batch) {
        Batch next;
        synchronized (this) {
            next = batch.end() ? follow(batch.kind()) : null;
        }
        start(next);
    }

    private @Nullable Batch follow(Kind kind) {
        kind.running--;
        if (kind.running > 0) {
            return null;
        }
        if (kind.gathering == null) {
            kinds.remove(kind.key);
            return null;
        }
        return kind.take();
    }

    /** What batches have in common that can be read together. Guarded by the lock of its batches. */
    static final class Kind {
        private final Object key;
        private int running;
        private @Nullable Batch gathering;

        Kind(Object key) {
            this.key = key;
        }

        private Batch take() {
            Batch taken = Objects.requireNonNull(gathering);
            gathering = null;
            running++;
            return taken;
        }
    }
}
