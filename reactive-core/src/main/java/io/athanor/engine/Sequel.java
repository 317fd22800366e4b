package io.athanor.engine;

import java.util.function.Consumer;
import org.reactivestreams.Subscription;
import reactor.core.CoreSubscriber;

/** Goes on when something without elements has ended, one way or the other. */
record Sequel(Runnable success, Consumer<? super Throwable> error) implements CoreSubscriber<Object> {
    @Override
    public void onSubscribe(Subscription subscription) {
        subscription.request(Long.MAX_VALUE);
    }

    @Override
    public void onNext(Object ignored) {}

    @Override
    public void onError(Throwable thrown) {
        error.accept(thrown);
    }

    @Override
    public void onComplete() {
        success.run();
    }
}
