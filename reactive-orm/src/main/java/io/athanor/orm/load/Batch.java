package io.athanor.orm.load;

import io.athanor.orm.load.Batches.Kind;
import java.util.ArrayList;
import java.util.Collection;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Set;
import java.util.function.Consumer;
import java.util.function.Function;
import org.jspecify.annotations.Nullable;
import org.reactivestreams.Subscription;
import reactor.core.CoreSubscriber;
import reactor.core.publisher.Mono;
import reactor.util.context.Context;

/** Waiters of one statement. Its state is guarded by the lock of its batches. */
final class Batch implements CoreSubscriber<Void> {
    private final Batches batches;
    private final Kind kind;
    private final Function<Collection<?>, Mono<Void>> read;
    private final Set<Waiter> waiters = new LinkedHashSet<>();
    private Context context = Context.empty();
    private @Nullable Subscription upstream;
    private boolean sent;
    private boolean starting;
    private boolean abandoned;
    private boolean over;

    Batch(Batches batches, Kind kind, Function<Collection<?>, Mono<Void>> read) {
        this.batches = batches;
        this.kind = kind;
        this.read = read;
    }

    Kind kind() {
        return kind;
    }

    void join(Waiter waiter) {
        waiters.add(waiter);
        waiter.joined(this);
    }

    /** Reads the keys of those who wait still. */
    void start() {
        Set<Object> keys = new LinkedHashSet<>();
        synchronized (batches) {
            sent = true;
            starting = true;
            for (Waiter waiter : waiters) {
                if (keys.isEmpty()) {
                    context = waiter.currentContext();
                }
                keys.add(waiter.key());
            }
            abandoned = keys.isEmpty();
        }
        if (keys.isEmpty()) {
            batches.ended(this);
        } else {
            Mono.defer(() -> read.apply(keys)).subscribe(this);
        }
    }

    /** The start is over; whether the batch is, too. */
    boolean started() {
        starting = false;
        return over;
    }

    /** The batch is over; whether that is for the caller to go on from. */
    boolean end() {
        if (over) {
            return false;
        }
        over = true;
        return !starting;
    }

    /** A waiter has gone. */
    void left(Waiter waiter) {
        Subscription given = null;
        boolean isLast;
        synchronized (batches) {
            waiters.remove(waiter);
            isLast = sent && waiters.isEmpty() && !abandoned && !over;
            if (isLast) {
                abandoned = true;
                given = upstream;
            }
        }
        if (given != null) {
            given.cancel();
        }
        if (isLast) {
            batches.ended(this);
        }
    }

    @Override
    public Context currentContext() {
        return context;
    }

    @Override
    public void onSubscribe(Subscription subscription) {
        boolean tooLate;
        synchronized (batches) {
            upstream = subscription;
            tooLate = abandoned;
        }
        if (tooLate) {
            subscription.cancel();
        } else {
            subscription.request(Long.MAX_VALUE);
        }
    }

    @Override
    public void onNext(Void nothing) {}

    @Override
    public void onError(Throwable error) {
        release(waiter -> waiter.fail(error));
    }

    @Override
    public void onComplete() {
        release(Waiter::complete);
    }

    /** Waiters first: what they ask for next comes with the next batch. */
    private void release(Consumer<Waiter> signal) {
        List<Waiter> all;
        synchronized (batches) {
            if (abandoned) {
                return;
            }
            abandoned = true;
            all = new ArrayList<>(waiters);
        }
        try {
            all.forEach(signal);
        } finally {
            batches.ended(this);
        }
    }
}
