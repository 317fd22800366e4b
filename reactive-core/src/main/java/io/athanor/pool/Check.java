package io.athanor.pool;

import org.reactivestreams.Subscription;
import reactor.core.CoreSubscriber;

/** Waits for the check of a connection, which nobody can cancel. */
record Check(Acquisition acquisition, PooledConnection connection) implements CoreSubscriber<Void> {
    @Override
    public void onSubscribe(Subscription subscription) {
        subscription.request(Long.MAX_VALUE);
    }

    @Override
    public void onNext(Void nothing) {}

    @Override
    public void onError(Throwable error) {
        acquisition.unhealthy(connection, error);
    }

    @Override
    public void onComplete() {
        acquisition.handOver(connection);
    }
}
