package io.athanor.pool;

import org.reactivestreams.Subscription;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;
import reactor.core.CoreSubscriber;
import reactor.core.publisher.Mono;

/** Runs what nobody waits for any more: the return of a connection whose caller has gone. */
final class Detached implements CoreSubscriber<Void> {
    private static final Logger LOGGER = LoggerFactory.getLogger(Detached.class);

    private Detached() {}

    static void run(Mono<Void> work) {
        work.subscribe(new Detached());
    }

    /** An error of an acquisition that was cancelled. */
    static void dropped(Throwable error) {
        LOGGER.debug("Failed after the caller had gone", error);
    }

    @Override
    public void onSubscribe(Subscription subscription) {
        subscription.request(Long.MAX_VALUE);
    }

    @Override
    public void onNext(Void nothing) {}

    @Override
    public void onError(Throwable error) {
        dropped(error);
    }

    @Override
    public void onComplete() {}
}
