package io.athanor.engine;

import org.reactivestreams.Publisher;
import reactor.core.CoreSubscriber;
import reactor.core.publisher.Flux;

/** Rows as one operation of a queue, read ahead for those who wait; see {@link SpillingSubscriber}. */
final class SpillingFlux<R> extends Flux<R> {
    private final Publisher<R> rows;
    private final OperationQueue queue;
    private final StreamOptions options;

    SpillingFlux(Publisher<R> rows, OperationQueue queue, StreamOptions options) {
        this.rows = rows;
        this.queue = queue;
        this.options = options;
    }

    @Override
    public void subscribe(CoreSubscriber<? super R> actual) {
        SpillingSubscriber<R> spilling = new SpillingSubscriber<>(actual, queue, options);
        Flux<R> started = Flux.defer(() -> {
            spilling.started();
            return rows;
        });
        queue.flux(started, OnCancel.SETTLE).subscribe(spilling);
    }
}
