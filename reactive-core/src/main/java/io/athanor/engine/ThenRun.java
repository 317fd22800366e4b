package io.athanor.engine;

import reactor.core.CoreSubscriber;
import reactor.core.publisher.Flux;

/** A source after whose subscription something is run: once a statement has its place in the order. */
final class ThenRun<T> extends Flux<T> {
    private final Flux<T> source;
    private final Runnable next;

    ThenRun(Flux<T> source, Runnable next) {
        this.source = source;
        this.next = next;
    }

    @Override
    public void subscribe(CoreSubscriber<? super T> actual) {
        source.subscribe(actual);
        next.run();
    }
}
