package io.athanor.pool;

import io.r2dbc.spi.Connection;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.atomic.AtomicReference;
import org.jspecify.annotations.Nullable;
import org.reactivestreams.Subscription;
import reactor.core.CoreSubscriber;
import reactor.core.Disposable;
import reactor.core.Disposables;
import reactor.core.publisher.Mono;
import reactor.core.publisher.Operators;
import reactor.core.scheduler.Schedulers;
import reactor.util.context.Context;

/** One attempt of an {@link Acquisition}: its place in r2dbc-pool's queue and the timer that ends it. */
final class Waiter implements CoreSubscriber<Connection> {
    private final Acquisition acquisition;
    private final Context context;
    private final Disposable.Swap timer = Disposables.swap();
    private final AtomicReference<@Nullable Subscription> upstream = new AtomicReference<>();

    Waiter(Acquisition acquisition, Context context) {
        this.acquisition = acquisition;
        this.context = context;
    }

    /** Only for a caller that was not served at once, so most acquisitions have no timer. */
    void startTimer(long millis) {
        timer.update(Schedulers.parallel()
                .schedule(() -> acquisition.timeout(this), Math.max(0, millis), TimeUnit.MILLISECONDS));
    }

    void cancel() {
        timer.dispose();
        Subscription ended = upstream.getAndSet(Operators.cancelledSubscription());
        if (ended != null) {
            ended.cancel();
        }
    }

    @Override
    public Context currentContext() {
        return context;
    }

    @Override
    public void onSubscribe(Subscription subscription) {
        if (upstream.compareAndSet(null, subscription)) {
            subscription.request(Long.MAX_VALUE);
        } else {
            subscription.cancel();
        }
    }

    @Override
    public void onNext(Connection loan) {
        if (ended()) {
            acquisition.arrived(loan);
        } else {
            Detached.run(Mono.defer(() -> Mono.from(loan.close())));
        }
    }

    @Override
    public void onError(Throwable error) {
        if (ended()) {
            acquisition.failed(error);
        } else {
            Detached.dropped(error);
        }
    }

    @Override
    public void onComplete() {}

    /**
     * Ends the attempt unless a cancel has ended it. r2dbc-pool takes a connection back when it is cancelled, even if it has
     * emitted it; but it may not hear of the cancel, since Mono.flatMap loses one that comes while it subscribes to its inner
     * Mono. So what arrives after a cancel is closed here too: a loan goes back once, however often it is closed.
     */
    private boolean ended() {
        timer.dispose();
        return upstream.getAndSet(Operators.cancelledSubscription()) != Operators.cancelledSubscription();
    }
}
